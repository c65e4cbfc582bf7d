"""Values for the shapes of botocore's models, as inputs have them.

Ordinary values are what people give; wild ones lie at the edges: empty and long, negative and huge, in every form of a timestamp,
with characters that need escaping. Kinds of values go round, so that each is used in its turn.
"""

import base64
import json
import random

WORDS = ['a', 'b c', 'x/y', 'ü€', 'q&a', '<t>', 'p+q', "it's", 'z~-._*', '"q"', '100%', 'l1\nl2']
WILD_WORDS = [
    '😀 𝒳', 'a\tb', ' padded ', '//', '..', './a/../b', '?x=1#y', 'k=v&l', '%2F%zz', "!*'();:@&=+$,/?#[]", '{x}', '\u2028\u2029',
    '\ufeffbom', 'e\u0301', '\\ \\n \\u0041', ']]>', '<![CDATA[x]]>', '&amp;', '--', 'NaN', 'null', 'true', '0x10', 'constructor',
    '__proto__', 'x' * 300, '', '\r\n', 'a,b', '"a","b"',
]
# What XML cannot carry, so that answers have none of it.
CONTROLS = ['\u0000\u0001\u0008\u001f', '\u007f\u0085\u009f', 'a\u000bb\u000cc']
PLAIN = ['alpha', 'beta', 'gamma-1', 'delta_2']
WILD_PLAIN = ['a, b', '"quoted"', 'a"b', 'semi;colon', '=', "it's", '100%', '(x)', 'back\\slash', 'x' * 300, 'tab\tbed']
TIMES = [1714558830, '2024-05-01T10:20:30Z', '2024-05-01T10:20:30.123Z', '1999-12-31T23:59:59+01:00', '2024-02-29']
WILD_TIMES = [
    0, -1, -1.5, 253402300799, 1714558830.5, 1714558830.999999, '1714558830', '1714558830.25', '1900-01-01T00:00:00Z',
    '9999-12-31T23:59:59Z', '1969-12-31T23:59:59.5Z', '2024-05-01T10:20:30.1Z', '2024-05-01T10:20:30.000001Z',
    '2024-05-01T10:20:30.999999Z', '2024-05-01T10:20:30.1234567Z', '2024-05-01 10:20:30', '2024-05-01T10:20', '20240501T102030Z',
    '20240501', '2024-05-01T10:20:30-0530', '2024-05-01T10:20:30+05', 'Wed, 01 May 2024 10:20:30 GMT', '2024-05-01T24:00:00Z',
]
FLOATS = [0.25, 1.5, 100.75]
WILD_FLOATS = [0, -0.5, 3, 1e10, 1.5e-9, 2.0**70, 1e300, float('nan'), float('inf'), float('-inf'), 12345678.5]
INTEGERS = [0, 1, 7, 300, 70000]
WILD_INTEGERS = [-1, -300, 2**31 - 1, -(2**31), 23, 24, 255, 256, 65536]
LONGS = [2**53 + 1, 2**62 + 3]
WILD_LONGS = [2**63 - 1, -(2**63), -(2**53) - 1, 2**53, 10**16]

FAULTS = [
    None, [], {}, -1, '', 'text', 0.5, 10**30, '1', 'true', [None], {'': ''}, {'k': None}, 1e300, '2024-02-30', '2024-13-01',
    '2024-05-01T10:60:00Z', '10:20', '2024', '20240501', '2024-05', 'Wed, 01 May 2024 10:20:30 GMT', '1e3', ' 5 ', '99999999999999',
]


class Values:
    """Random values for shapes."""

    wild_words = WILD_WORDS

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.is_wild = False
        self.is_deep = False
        self.turns = {}

    def turn(self, name, choices):
        """The next of the choices, which go round from a random start."""
        at = self.turns.get(name, self.random.randrange(len(choices))) % len(choices)
        self.turns[name] = at + 1
        return choices[at]

    def pick(self, name, ordinary, wild):
        if self.is_wild and self.random.random() < 0.7:
            return self.turn(name, wild)
        return self.random.choice(ordinary)

    def text(self, shape, name='text', ordinary=WORDS, wild=None):
        if shape.metadata.get('enum'):
            return self.random.choice(shape.metadata['enum'])
        least = shape.metadata.get('min', 0)
        text = self.pick(name, ordinary, wild or self.wild_words) or ('x' if least else '')
        return text * max(1, -(-least // len(text))) if text else text

    def number(self, shape, name, ordinary, wild):
        least = shape.metadata.get('min', 0 if not self.is_wild else None)
        value = self.pick(name, ordinary, wild)
        if least is None or value != value or value >= least:
            return value
        return type(value)(least) + self.random.choice(ordinary)

    def scalar(self, shape, plain=False):
        kind = shape.type_name
        if kind in ('string', 'character'):
            return self.text(shape, 'plain', PLAIN, WILD_PLAIN) if plain else self.text(shape)
        if kind in ('integer', 'long'):
            is_long = kind == 'long'
            return self.number(shape, kind, INTEGERS + is_long * LONGS, WILD_INTEGERS + is_long * WILD_LONGS)
        if kind in ('float', 'double'):
            wild = WILD_FLOATS if kind == 'double' else [f for f in WILD_FLOATS if f not in (1.5e-9, 1e300, 12345678.5)]
            return self.number(shape, kind, FLOATS, wild)
        if kind == 'boolean':
            return self.random.random() < 0.5
        if kind == 'timestamp':
            return self.pick('time', TIMES, WILD_TIMES)
        least = 1 if not self.is_wild else 0
        return bytes(self.random.randrange(256) for _ in range(self.turn('bytes', [least, 2, 3, 9, 100])))


class Inputs(Values):
    """Inputs of operations."""

    wild_words = [*WILD_WORDS, *CONTROLS]

    def names(self, shape, depth, everything):
        required = shape.metadata.get('required', [])
        if shape.metadata.get('union'):
            return [self.turn(shape.name, sorted(shape.members))]
        if self.is_deep and depth < 14:
            nested = [n for n, m in shape.members.items() if m.type_name in ('structure', 'list', 'map') and n not in required]
            return [*required, *([self.random.choice(nested)] if nested else [])]
        if depth > 4:
            return list(required)
        share = 1 if everything and depth == 0 else 0.5
        return [n for n in shape.members if n in required or self.random.random() < share]

    def input(self, shape, everything, depth=0):
        kind = shape.type_name
        if is_header_json(shape):
            return self.document()
        if kind == 'structure':
            if shape.metadata.get('document'):
                return self.document()
            return self.members(shape, self.names(shape, depth, everything), everything, depth)
        if kind == 'list':
            return [self.input(shape.member, everything, depth + 1) for _ in range(self.count(shape, depth))]
        if kind == 'map':
            keys = {self.text(shape.key) for _ in range(self.count(shape, depth))}
            return {k: self.input(shape.value, everything, depth + 1) for k in sorted(keys)}
        return self.scalar(shape)

    def document(self):
        if self.is_wild:
            return {'k': ['ü😀', None, -1.5, {'__proto__': {}, '': []}, 2**60, '<&>', False]}
        return {'k': [1, 'two', None, {'x': True}]}

    def count(self, shape, depth):
        least = shape.metadata.get('min', 0)
        if depth > (16 if self.is_deep else 5):
            return least
        return max(least, 1 if self.is_deep else self.turn('count', [2, 1, 0] if not self.is_wild else [0, 1, 2, 11]))

    def members(self, shape, names, everything=False, depth=0):
        return {n: self.member(shape.members[n], everything, depth) for n in names}

    def member(self, shape, everything, depth):
        location = shape.serialization.get('location')
        if shape.serialization.get('hostLabel'):
            return 'label'
        if location == 'headers':
            return {'alpha': 'beta', 'Gamma': self.turn('plain', WILD_PLAIN) if self.is_wild else 'delta'}
        if location == 'header' and shape.type_name == 'string' and not is_header_json(shape):
            return self.text(shape, 'plain', PLAIN, WILD_PLAIN)
        return self.input(shape, everything, depth + 1)

    def alone(self, shape, name):
        """The member and what is required."""
        names = [name] if shape.metadata.get('union') else {*shape.metadata.get('required', []), name}
        return self.members(shape, [n for n in shape.members if n in names])

    def spoil(self, shape, value, depth=0):
        """The value with one or more faults in it, at random places."""
        kind = shape.type_name
        if shape.metadata.get('document') or is_header_json(shape):
            return value
        if depth > 0 and self.random.random() < 0.1:
            # Text is base 64 here, and a time of the day no timestamp; botocore takes both.
            taken = {'blob': lambda v: isinstance(v, str), 'timestamp': lambda v: v == '10:20'}.get(kind, lambda _: False)
            return self.turn(f'fault {kind}', [v for v in FAULTS if not taken(v)])
        if kind == 'structure' and isinstance(value, dict):
            spoiled = {n: self.spoil(shape.members[n], v, depth + 1) for n, v in value.items()}
            if spoiled and self.random.random() < 0.15:
                spoiled.pop(self.random.choice(list(spoiled)))
            if self.random.random() < 0.15:
                spoiled['notInTheModel'] = 1
            return spoiled
        if kind == 'list' and isinstance(value, list):
            return [self.spoil(shape.member, v, depth + 1) for v in value]
        if kind == 'map' and isinstance(value, dict):
            return {k: self.spoil(shape.value, v, depth + 1) for k, v in value.items()}
        return value


def is_header_json(shape):
    return shape.serialization.get('jsonvalue') and shape.serialization.get('location') == 'header'


def json_input(value):
    """An input as Awscope takes it: blobs in base64, and names for the numbers that JSON lacks."""
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if isinstance(value, float) and (value != value or abs(value) == float('inf')):
        return 'NaN' if value != value else 'Infinity' if value > 0 else '-Infinity'
    if isinstance(value, dict):
        return {k: json_input(v) for k, v in value.items()}
    if isinstance(value, list):
        return [json_input(v) for v in value]
    return value


def encoded(value):
    return base64.b64encode(value if isinstance(value, bytes) else json.dumps(value).encode()).decode()
