"""Errors as services send them: where the code stands, with what around it, and bodies that are no errors at all."""

from xml.sax.saxutils import escape

from answers import CBOR

WHY = 'why <&> "ü"'


def error_answers(maker, protocol, service, shape):
    """Status, headers and body of a few answers for the modelled error, in turn of all the forms there are."""
    code = shape.error_code
    headers = maker.headers(shape)
    if protocol in ('query', 'ec2', 'rest-xml'):
        yield 400, headers, xml_error(maker, protocol, service, shape, code)
    elif protocol == CBOR:
        yield 400, headers, maker.cbor({**tree_of(maker, shape), '__type': maker.turn('type', [code, f'a.b#{code}'])})
    else:
        yield from json_errors(maker, protocol, shape, code, headers)
    if maker.is_wild:
        yield maker.turn('other', OTHERS[protocol if protocol in OTHERS else 'xml'])


def tree_of(maker, shape):
    tree = maker.tree(shape)
    name = maker.turn('message', ['message', 'Message', 'message'])
    if isinstance(tree.get(name, ''), str):
        tree[name] = WHY
    # Where they are null or blank, botocore does not look for those of another name.
    return {n: v for n, v in tree.items() if n.lower() != 'code' and (v is not None or n.lower() != 'message')}


def json_errors(maker, protocol, shape, code, headers):
    typed = maker.turn('type', [code, f'com.amazonaws.x#{code}', f'{code}:http://internal.amazon.com/x/', f'a.b#{code}:http://x#y/'])
    tree = tree_of(maker, shape)
    if protocol == 'json':
        yield maker.turn('status', [400, 500, 404]), headers, maker.json({**tree, '__type': typed})
        yield 400, {**headers, 'x-amzn-query-error': maker.turn('query', ['Old.Code;Sender', 'Old;', ';Sender', 'Old'])}, maker.json({**tree, '__type': typed})
        return
    in_header = {**headers, 'x-amzn-ErrorType': typed}
    place = maker.turn('place', ['code', 'Code', '__type', 'header'])
    if place == 'header' and maker.is_wild:
        yield 400, in_header, b''
    elif place == 'header':
        yield 403, in_header, maker.json({**tree, '__type': 'Another', 'code': 'YetAnother'})
    else:
        yield 400, headers, maker.json({**tree, place: typed})


def xml_error(maker, protocol, service, shape, code):
    parts = [f'<Code>{escape(code)}</Code>', f'<Message>{escape(WHY)}</Message>']
    members = maker.xml_members(shape, 0, without=('Code', 'Message'))
    if maker.is_wild:
        parts = [*maker.random.sample(parts, 2), '<Type>Sender</Type>', '<!-- x -->']
    error = maker.element('Error', ''.join(parts) + members)
    if protocol == 'ec2':
        return maker.element('Response', maker.element('Errors', error) + '<RequestID>r</RequestID>').encode()
    if service.service_name == 's3':
        return error.encode()
    return maker.element('ErrorResponse', error + '<RequestId>r</RequestId>', ' xmlns="http://x/"').encode()


PAGE = b'<html><body><b>Http/1.1 Service Unavailable</b></body></html>'
OTHERS = {
    'json': [(500, {}, b''), (503, {}, PAGE), (400, {}, b''), (404, {}, b'not found'), (400, {}, b'{}'), (400, {}, b'{"message": "no code"}')],
    'rest-json': [
        (500, {}, b''), (503, {}, PAGE), (400, {}, b''), (404, {}, b'not found'), (400, {}, b'{"Message": "no code"}'),
        (403, {'x-amzn-errortype': 'AccessDenied:'}, b'{"Message": null}'), (400, {'x-amzn-errortype': 'a#B:c'}, b'not JSON'),
    ],
    CBOR: [(500, {}, b''), (503, {}, PAGE), (400, {}, b'\xa0'), (400, {}, b'\xa1\x67message\x62no'), (400, {}, b'\xff\x00')],
    'xml': [
        (500, {}, b''), (503, {}, PAGE), (404, {'x-amz-request-id': 'r'}, b''), (400, {}, b'<Error><Code>Half'), (400, {}, b'not XML'),
        (400, {}, b'<Error><Code>Bare</Code></Error>'), (400, {}, b'<ErrorResponse><Error><Message>m</Message></Error></ErrorResponse>'),
        (400, {}, b'<Response><Errors><Error><Code>E</Code></Error></Errors></Response>'), (503, {}, b'<Other><x/></Other>'),
    ],
}
