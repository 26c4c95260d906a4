"""Answers each line "name<TAB>input" of the standard input with a line."""
import ctypes
import sys

lib = ctypes.CDLL(sys.argv[1])
lib.gdpr_call.argtypes = [ctypes.c_char_p, ctypes.c_char_p]
lib.gdpr_call.restype = ctypes.c_void_p  # a c_char_p would be copied, and never freed
lib.gdpr_free.argtypes = [ctypes.c_void_p]


def call(name: bytes, text: bytes) -> bytes:
    answer = lib.gdpr_call(name, text)
    try:
        return ctypes.string_at(answer)
    finally:
        lib.gdpr_free(answer)


for line in sys.stdin.buffer:
    name, _, text = line.rstrip(b"\n").partition(b"\t")
    sys.stdout.buffer.write(call(name, text) + b"\n")
