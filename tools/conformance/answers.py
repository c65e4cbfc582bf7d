"""What services could answer with: outputs and errors in each wire format, ordinary or with all that a format allows."""

import json
import struct
from email.utils import format_datetime
from datetime import datetime, timedelta, timezone
from xml.sax.saxutils import escape, quoteattr

from values import PLAIN, WILD_PLAIN, WILD_TIMES, Values, encoded, is_header_json

CBOR = 'smithy-rpc-v2-cbor'
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
ISO = ['2024-05-01T10:20:30Z', '2024-05-01T10:20:30.123Z', '1999-12-31T23:59:59+01:00', '0001-01-01T00:00:00Z', '2024-05-01T10:20:30.123456Z']


class Tagged:
    """A value under a tag, as CBOR has timestamps."""

    def __init__(self, value):
        self.value = value


class Answers(Values):
    """Bodies and headers for output shapes. `protocol` decides the form of what JSON lacks."""

    def __init__(self, seed, protocol):
        super().__init__(seed)
        self.protocol = protocol
        self.prefix = ''
        # botocore reads numbers and truth values from texts in bodies of this one format.
        self.quotes = protocol == 'rest-json'

    def output_names(self, shape, depth):
        names = [n for n, m in shape.members.items() if 'location' not in m.serialization and not m.serialization.get('eventstream')]
        if shape.metadata.get('union') and names:
            return [self.turn(shape.name, names)]
        if self.is_deep and depth < 14:
            nested = [n for n in names if shape.members[n].type_name in ('structure', 'list', 'map')]
            return [self.random.choice(nested)] if nested else names[:1]
        return [n for n in names if depth <= 4 and self.random.random() < 0.7]

    def count(self, depth, least=0):
        if depth > (16 if self.is_deep else 5):
            return least
        return max(least, self.turn('count', [1, 2, 0, 3] if self.is_wild else [0, 1, 2]))

    def timestamp(self, shape, default):
        form = shape.serialization.get('timestampFormat', default).lower()
        if self.is_wild and self.protocol != CBOR:
            return self.turn('time', [*(t for t in WILD_TIMES if t != '2024-05-01T24:00:00Z'), *ISO])
        if form == 'unixtimestamp' or self.protocol == CBOR:
            return self.random.choice([1714558830, 1714558830.25, 0, -5])
        if form == 'rfc822':
            return format_datetime(EPOCH + timedelta(seconds=self.random.choice([1714558830, 0, -86400])), usegmt=True)
        return self.random.choice(ISO)

    # JSON and CBOR.

    def tree(self, shape, depth=0):
        kind = shape.type_name
        is_cbor = self.protocol == CBOR
        if kind == 'structure':
            return {'k': [1, 'two', None, {'x': 2**60}]} if shape.metadata.get('document') else self.structure(shape, depth)
        if kind == 'list':
            items = [self.tree(shape.member, depth + 1) for _ in range(self.count(depth))]
            return items + [None] if self.is_wild and self.random.random() < 0.1 else items
        if kind == 'map':
            return self.tree_map(shape, depth)
        if kind == 'timestamp':
            return Tagged(self.timestamp(shape, 'unixtimestamp')) if is_cbor else self.timestamp(shape, 'unixtimestamp')
        if kind == 'blob':
            return self.scalar(shape) if is_cbor else self.base64(shape)
        if self.is_wild and self.quotes and kind not in ('string', 'character'):
            return self.quoted(kind, self.scalar(shape))
        value = self.scalar(shape)
        is_special = isinstance(value, float) and (value != value or abs(value) == float('inf'))
        return 1.5 if is_special and not is_cbor else value

    def tree_map(self, shape, depth):
        was_wild = self.is_wild
        # botocore's CBOR gives what is in maps as it came, without nulls.
        self.is_wild = was_wild and self.protocol != CBOR
        tree = {self.text(shape.key): self.tree(shape.value, depth + 1) for _ in range(self.count(depth))}
        if self.is_wild and shape.value.type_name != 'boolean' and self.random.random() < 0.1:
            tree['null'] = None
        self.is_wild = was_wild
        return tree

    def quoted(self, kind, value):
        """A number or truth value in one of the forms REST services send."""
        if isinstance(value, float) and (value != value or abs(value) == float('inf')):
            return 'NaN' if value != value else 'Infinity' if value > 0 else '-Infinity'
        if self.random.random() < 0.6:
            return value
        return self.random.choice([str(value).lower(), str(value)]) if kind == 'boolean' else f' {value} '

    def base64(self, shape):
        text = encoded(self.scalar(shape))
        return f'{text[:4]}\n{text[4:]}' if self.is_wild and self.random.random() < 0.2 else text

    def structure(self, shape, depth):
        name_of = lambda n: n if self.protocol == CBOR else shape.members[n].serialization.get('name', n)
        tree = {name_of(n): self.tree(shape.members[n], depth + 1) for n in self.output_names(shape, depth)}
        if shape.metadata.get('union'):
            return self.union(tree)
        if self.random.random() < (0.2 if self.is_wild or self.protocol != CBOR else 0):
            tree['notInTheModel'] = {'x': [1]}
        for n in shape.members:
            if self.random.random() < (0.2 if self.is_wild else 0.02):
                tree[name_of(n)] = None
        if self.is_wild and self.random.random() < 0.2:
            tree.update({k.swapcase(): 'wrong case' for k in tree})
            tree['__type'] = 'a.b#C'
        items = list(tree.items())
        if self.is_wild:
            self.random.shuffle(items)
        return dict(items)

    def union(self, tree):
        if not self.is_wild or self.random.random() < 0.5:
            return tree
        # botocore's CBOR does not know of members that are newer than the model.
        if self.random.random() < 0.2 and self.protocol != CBOR:
            return {'newerThanTheModel': {'x': 1}}
        return {**tree, '__type': 'a.b#C', 'another': None}

    def json(self, tree):
        if not self.is_wild:
            return json.dumps(tree).encode()
        text = json.dumps(tree, indent=self.random.choice([None, 1]), ensure_ascii=self.random.random() < 0.5)
        return f' {text}\n'.encode()

    def cbor(self, value):
        is_open = self.is_wild and self.random.random() < 0.3
        if isinstance(value, Tagged):
            return b'\xc1' + self.cbor(value.value)
        if value is None:
            return self.turn('null', [b'\xf6', b'\xf7']) if self.is_wild else b'\xf6'
        if isinstance(value, bool):
            return b'\xf5' if value else b'\xf4'
        if isinstance(value, int):
            return cbor_head(0, value) if value >= 0 else cbor_head(1, -1 - value)
        if isinstance(value, float):
            return cbor_float(value)
        if isinstance(value, bytes):
            half = len(value) // 2
            parts = [value[:half], value[half:]]
            return cbor_open(2, [cbor_head(2, len(p)) + p for p in parts]) if is_open else cbor_head(2, len(value)) + value
        if isinstance(value, str):
            # What Awscope reads CBOR with drops a byte order mark, and does not take texts in pieces everywhere.
            text = value.replace('\ufeff', '').encode()
            return cbor_head(3, len(text)) + text
        if isinstance(value, list):
            items = [self.cbor(v) for v in value]
            return cbor_open(4, items) if is_open else cbor_head(4, len(items)) + b''.join(items)
        pairs = [self.cbor(k) + self.cbor(v) for k, v in value.items()]
        return cbor_open(5, pairs) if is_open else cbor_head(5, len(pairs)) + b''.join(pairs)

    # XML.

    def element(self, name, content, attributes=''):
        if self.is_wild and self.random.random() < 0.1:
            attributes += self.turn('attribute', [' a="1"', " b='x&gt;\"y'", ' xml:space = "preserve"', ' nil="true"\n '])
        tag = f'{self.prefix}{name}'
        if content or (self.is_wild and self.random.random() < 0.5):
            return f'<{tag}{attributes}>{content}</{tag}{self.turn("end", ["", " "]) if self.is_wild else ""}>'
        return f'<{tag}{attributes}/>'

    def xml(self, shape, name, depth=0):
        """The elements of one member, one text each."""
        kind = shape.type_name
        if kind == 'structure':
            return [self.element(name, self.xml_members(shape, depth), self.xml_attributes(shape))]
        if kind == 'list':
            return self.xml_list(shape, name, depth)
        if kind == 'map':
            return self.xml_map(shape, name, depth)
        return [self.element(name, self.xml_scalar(shape))]

    def xml_scalar(self, shape):
        kind = shape.type_name
        if kind == 'timestamp':
            return str(self.timestamp(shape, 'iso8601'))
        if kind == 'blob':
            return self.base64(shape)
        if kind in ('string', 'character'):
            return self.xml_text(self.random.choice([self.text(shape), '', ' padded ']))
        if not self.is_wild:
            return str(self.scalar(shape)).lower() if kind == 'boolean' else str(self.scalar(shape))
        if kind == 'boolean':
            return self.turn('truth', ['true', 'false', 'True', '1', '', ' true'])
        text = str(self.scalar(shape)).replace('inf', 'Infinity').replace('nan', 'NaN')
        return self.turn('pad', ['%s', ' %s ', '\n%s', '<!-- n -->%s', '%s<!-- n -->', '&#32;%s', '<![CDATA[%s]]>']) % text

    def xml_text(self, text):
        plain = escape(text)
        if not self.is_wild:
            return f'<![CDATA[{text}]]><!-- x -->tail' if self.random.random() < 0.1 and ']]>' not in text else plain
        coded = ''.join(f'&#{ord(c)};' if ord(c) % 2 else f'&#x{ord(c):X};' for c in text)
        forms = [plain, plain, coded, f'{plain}<!-- <a> -->', f'<?pi x?>{plain}', f'{plain}<![CDATA[<&>]]>{coded}', f'\r\n{plain}\r&quot;&apos;']
        return self.turn('form', forms if text else forms[:3])

    def xml_members(self, shape, depth, without=()):
        parts = []
        for n in self.output_names(shape, depth):
            member = shape.members[n]
            if not member.serialization.get('xmlAttribute') and n not in without:
                parts.extend(self.xml(member, xml_name(member, n), depth + 1))
        if shape.metadata.get('union'):
            return '<newerThanTheModel/>' if self.is_wild and self.random.random() < 0.1 else ''.join(parts)
        if self.random.random() < 0.2:
            parts.append('<notInTheModel><x a="1"/>y</notInTheModel>')
        if self.is_wild:
            parts.extend(f'<{n}><x>1</x></{n}>' for n in (n.swapcase() for n in shape.members) if self.random.random() < 0.05 and n not in shape.members)
            self.random.shuffle(parts)
        between = ['\n  ', '<!-- <a> -->', '', '', '<?pi?>', '\t<!---->\r\n'] if self.is_wild else ['\n  ', '<!-- <a> -->', '', '', '', '']
        return ''.join(part + self.random.choice(between) for part in parts)

    def xml_attributes(self, shape):
        text = ''
        for n, member in shape.members.items():
            if member.serialization.get('xmlAttribute'):
                name = member.serialization['name']
                prefix = name.split(':')[0]
                text += f' xmlns:{prefix}="http://www.w3.org/2001/XMLSchema-instance" {name}={quoteattr(self.text(member, "plain", PLAIN, WILD_PLAIN[:6]))}'
        return text

    def xml_list(self, shape, name, depth):
        flattened = shape.serialization.get('flattened')
        item_name = name if flattened else shape.member.serialization.get('name', 'member')
        if self.is_wild and not flattened and self.random.random() < 0.1:
            item_name = 'other'
        items = [part for _ in range(self.count(depth)) for part in self.xml(shape.member, item_name, depth + 1)]
        return items if flattened else [self.element(name, self.turn('gap', ['', '\n', '<!-- -->']).join(items) if self.is_wild else ''.join(items))]

    def xml_map(self, shape, name, depth):
        flattened = shape.serialization.get('flattened')
        entries = []
        for _ in range(self.count(depth)):
            key = self.element(shape.key.serialization.get('name', 'key'), escape(self.text(shape.key)))
            value = ''.join(self.xml(shape.value, shape.value.serialization.get('name', 'value'), depth + 1))
            pair = value + key if self.is_wild and self.random.random() < 0.3 else key + value
            entries.append(self.element(name if flattened else 'entry', pair))
        return entries if flattened else [self.element(name, ''.join(entries))]

    def document_of(self, shape, root, wrapper=None, after=''):
        """A whole document with the members of the shape, in the wrapper where there is one."""
        namespace = ' xmlns="http://example.com/doc/"'
        self.prefix = self.turn('prefix', ['', '', 'ns:', 'a-b.c:']) if self.is_wild else ''
        if self.prefix:
            namespace = f' xmlns:{self.prefix[:-1]}="http://example.com/doc/"'
        content = self.xml_members(shape, 0)
        if wrapper:
            content = self.element(wrapper, content) + after
        declaration = self.turn('xml', ['', '<?xml version="1.0"?>\n', '<?xml version="1.0" encoding="UTF-8"?>', '\n<!-- x -->']) if self.is_wild else '<?xml version="1.0"?>\n'
        body = f'{declaration}{self.element(root, content, namespace)}'
        self.prefix = ''
        return body.encode()

    # Headers.

    def headers(self, shape):
        headers = {'x-amzn-requestid': 'request-1'}
        for n, member in shape.members.items():
            location = member.serialization.get('location')
            name = member.serialization.get('name', n)
            if location == 'headers':
                headers[name + 'alpha'] = 'one'
                headers[name + 'beta-2'] = self.turn('plain', WILD_PLAIN)
            elif location == 'header' and self.random.random() < 0.7:
                headers[name] = self.header(member)
        return headers

    def header(self, shape):
        if is_header_json(shape):
            return encoded(self.turn('json', [{'a': [1]}, 'text', [None, 'ü'], 5]))
        if shape.type_name == 'timestamp':
            return str(self.timestamp(shape, 'rfc822'))
        if shape.type_name == 'list':
            return self.turn('list', ['alpha, beta', 'alpha', 'alpha,beta , gamma', 'a,,b'])
        if shape.type_name == 'boolean':
            return self.random.choice(['true', 'false'])
        value = self.scalar(shape, plain=True)
        return str(value).replace('inf', 'Infinity').replace('nan', 'NaN')


def xml_name(shape, name):
    if shape.type_name == 'list' and shape.serialization.get('flattened'):
        return shape.member.serialization.get('name') or shape.serialization.get('name', name)
    return shape.serialization.get('name', name)


def cbor_head(major, value):
    if value < 24:
        return bytes([major << 5 | value])
    size = next(i for i in range(4) if value < 2 ** (8 * 2**i))
    return bytes([major << 5 | 24 + size]) + value.to_bytes(2**size, 'big')


def cbor_open(major, parts):
    return bytes([major << 5 | 31]) + b''.join(parts) + b'\xff'


def cbor_float(value):
    for code, form in ((0xF9, '>e'), (0xFA, '>f')):
        try:
            packed = struct.pack(form, value)
        except OverflowError:
            continue
        if value != value or struct.unpack(form, packed)[0] == value:
            return bytes([code]) + packed
    return b'\xfb' + struct.pack('>d', value)
