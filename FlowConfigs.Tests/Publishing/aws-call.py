"""A call of the AWS CLI by aws-forks.py. Arguments: its socket, and those of the CLI."""
import json
import os
import socket
import sys

with socket.socket(socket.AF_UNIX) as call:
    call.connect(sys.argv[1])
    request = {'arguments': sys.argv[2:], 'folder': os.getcwd(), 'environment': dict(os.environ)}
    message = json.dumps(request).encode() + b'\n'
    sent = socket.send_fds(call, [message], [0, 1, 2])
    call.sendall(message[sent:])
    code = call.recv(1)
    sys.exit(code[0] if code else 255)
