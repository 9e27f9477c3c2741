"""The AWS CLI, loaded once: each call is a fork of this process, because a start of its own takes a second and tests make hundreds.
Arguments: the CLI's script, and the socket to listen on. It ends when its standard input does."""
import functools
import json
import os
import runpy
import select
import signal
import socket
import sys

import awscli.clidriver
from botocore import loaders

script, address = sys.argv[1:]
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
    sys.argv = [script, *request['arguments']]
    try:
        runpy.run_path(script, run_name='__main__')
        return 0
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0 if end.code is None else 1


def answer(connection):
    message, files, _, _ = socket.recv_fds(connection, 1 << 20, 3)
    while not message.endswith(b'\n'):
        message += connection.recv(1 << 20)
    request = json.loads(message)
    read_model(request['arguments'])
    if os.fork() == 0:
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


signal.signal(signal.SIGCHLD, signal.SIG_IGN)
with socket.socket(socket.AF_UNIX) as listener:
    listener.bind(address)
    listener.listen(64)
    print('ready', flush=True)
    while listener in select.select([listener, sys.stdin], [], [])[0]:
        connection, _ = listener.accept()
        with connection:
            answer(connection)
