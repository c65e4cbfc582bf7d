"""Streams of events as services send them, and what botocore reads from them."""

import base64
import struct
import zlib

import botocore.parsers
from botocore.eventstream import EventStream
from botocore.exceptions import EventStreamError

from answers import CBOR


class Raw:
    def __init__(self, data):
        self.data = data

    def stream(self):
        yield self.data


def events_case(maker, protocol, operation, plain):
    """Every event and error of the stream once, ordinary and wild."""
    maker.quotes = False
    shape = operation.output_shape
    events = shape.members[shape.event_stream_name]
    frames, seen, failures = [], [], []
    parser = botocore.parsers.create_parser(protocol)._event_stream_parser
    for maker.is_wild in (False, True):
        for name, event in events.members.items():
            data = exception(maker, protocol, name, event) if event.metadata.get('exception') else event_frame(maker, protocol, name, event)
            try:
                seen.append([plain(e) for e in EventStream(Raw(data), events, parser, operation.name)])
            except EventStreamError as error:
                seen.append({'error': error.response['Error']})
            except Exception as error:
                seen.append({'refused': f'{type(error).__name__}: {error}'[:300]})
            frames.append(base64.b64encode(data).decode())
    maker.quotes = protocol == 'rest-json'
    return {'frames': frames, 'events': seen}


def body_of(maker, protocol, shape, root):
    if protocol == CBOR:
        return maker.cbor(maker.tree(shape))
    return maker.document_of(shape, root) if protocol == 'rest-xml' else maker.json(maker.tree(shape))


def event_frame(maker, protocol, name, event):
    headers = {':message-type': 'event', ':event-type': name}
    payload = None
    for member_name, member in event.members.items():
        if member.serialization.get('eventheader') and maker.random.random() < 0.8:
            headers[member_name] = header_value(maker, member)
        elif member.serialization.get('eventpayload'):
            raw = member.type_name in ('blob', 'string')
            payload = 'ü raw'.encode() if raw else body_of(maker, protocol, member, member_name)
    return frame(headers, body_of(maker, protocol, event, name) if payload is None else payload)


def header_value(maker, member):
    if member.type_name == 'timestamp':
        return ('time', maker.random.choice([0, 1714558830123, -1000]))
    return maker.scalar(member)


def exception(maker, protocol, name, event):
    return frame({':message-type': 'exception', ':exception-type': name}, body_of(maker, protocol, event, name))


def frame(headers, payload):
    """https://docs.aws.amazon.com/transcribe/latest/dg/event-stream.html"""
    head = b''.join(header(name, value) for name, value in headers.items())
    prelude = struct.pack('>II', 16 + len(head) + len(payload), len(head))
    message = prelude + struct.pack('>I', zlib.crc32(prelude)) + head + payload
    return message + struct.pack('>I', zlib.crc32(message))


def header(name, value):
    start = bytes([len(name)]) + name.encode()
    if isinstance(value, bool):
        return start + (b'\x00' if value else b'\x01')
    if isinstance(value, tuple):
        return start + b'\x08' + struct.pack('>q', value[1])
    if isinstance(value, int):
        return start + (b'\x04' + struct.pack('>i', value) if -(2**31) <= value < 2**31 else b'\x05' + struct.pack('>q', value))
    data = value if isinstance(value, bytes) else value.encode()
    return start + (b'\x06' if isinstance(value, bytes) else b'\x07') + struct.pack('>H', len(data)) + data
