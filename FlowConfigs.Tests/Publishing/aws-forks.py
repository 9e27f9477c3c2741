"""The AWS CLI, loaded once: each call is a fork of this process, because a start of its own takes a second and tests make hundreds.
With "here" as a second argument there is no fork either: calls take turns, and an installation of the product makes many hundreds.
It is the CLI that this Python has. First argument: the socket to listen on. It ends when its standard input does."""
import functools
import json
import os
import select
import signal
import socket
import sys

import awscli.clidriver
from botocore import loaders

address, here = sys.argv[1], sys.argv[2:] == ['here']
# The CLI sets it when it is loaded.
data_path = os.environ['AWS_DATA_PATH']

# Models of services are up to a megabyte of JSON: this process reads each once, and its forks have it.
load = loaders.JSONFileLoader.load_file
read = functools.lru_cache(maxsize=None)(lambda path: load(loaders.JSONFileLoader(), path))
loaders.JSONFileLoader.load_file = lambda self, path: read(path)


def read_model(arguments):
    words = iter(arguments)
    for word in words:
        if word.startswith('--'):
            next(words, None)
        else:
            try:
                loaders.Loader().load_service_model(word, 'service-2')
            except Exception:
                pass  # The CLI says what is wrong with it.
            return


def run(request, files):
    for number, file in enumerate(files):
        os.dup2(file, number)
    os.environ.clear()
    os.environ.update(request['environment'] | {'AWS_DATA_PATH': data_path})
    os.chdir(request['folder'])
    sys.argv = ['aws', *request['arguments']]
    try:
        return awscli.clidriver.main() or 0
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0 if end.code is None else 1


def run_here(request, files):
    own = [os.dup(number) for number in range(3)]
    # New ones, so that nothing of a call that broke off is written by the next.
    sys.stdout, sys.stderr = (open(number, 'w', encoding='utf-8', closefd=False) for number in (1, 2))
    try:
        code = run(request, files)
        sys.stdout.flush()
        sys.stderr.flush()
        return code
    except BrokenPipeError:
        return 255  # The reader has read enough.
    finally:
        for number, file in enumerate(own):
            os.dup2(file, number)
            os.close(file)


def answer(connection):
    message, files, _, _ = socket.recv_fds(connection, 1 << 20, 3)
    while not message.endswith(b'\n'):
        message += connection.recv(1 << 20)
    request = json.loads(message)
    read_model(request['arguments'])
    if here:
        connection.send(bytes([run_here(request, files) & 255]))
    elif os.fork() == 0:
        code = 255
        try:
            code = run(request, files)
            sys.stdout.flush()
            sys.stderr.flush()
        finally:
            connection.send(bytes([code & 255]))
            os._exit(0)
    for file in files:
        os.close(file)


# The CLI imports its parts when it is called.
awscli.clidriver.create_clidriver()
signal.signal(signal.SIGCHLD, signal.SIG_IGN)
with socket.socket(socket.AF_UNIX) as listener:
    listener.bind(address)
    listener.listen(64)
    print('ready', flush=True)
    while listener in select.select([listener, sys.stdin], [], [])[0]:
        connection, _ = listener.accept()
        with connection:
            answer(connection)
