"""Runs botocore's paginators and waiters over made-up answers, one JSON object a line.

    python3 listings.py [--seed N] [service ...]

For every paginator: answers, options, and what came of them: the inputs it asked with, the pages it gave and the token to go on
from. For every waiter: an answer and the state it leads to. listings.ts compares. Nothing is sent.
"""

import base64
import copy
import json
import random
import sys

import botocore.loaders
import botocore.model
import jmespath
from botocore.exceptions import PaginationError
from botocore.paginate import Paginator
from botocore.waiter import WaiterModel

from cases import plain

LOADER = botocore.loaders.Loader()


class Answers:
    """Outputs of an operation as botocore's parser would give them."""

    def __init__(self, seed, words=()):
        self.random = random.Random(seed)
        self.words = [w for w in words if isinstance(w, str)] + ['a', 'ü']
        self.others = [w for w in words if not isinstance(w, str)]

    def value(self, shape, depth=0):
        kind = shape.type_name
        if kind == 'structure':
            names = [n for n in shape.members if depth < 6 and (depth == 0 or self.random.random() < 0.8 - depth * 0.1)]
            return {n: self.value(shape.members[n], depth + 1) for n in names}
        if kind == 'list':
            count = self.random.choice([0, 1, 2, 3]) if depth < 6 else 0
            return [self.value(shape.member, depth + 1) for _ in range(count)]
        if kind == 'map':
            return {w: self.value(shape.value, depth + 1) for w in ('k1', 'k2')} if depth < 5 else {}
        if kind in ('string', 'character'):
            return self.random.choice((shape.metadata.get('enum') or self.words)[:6] + self.words[:-2])
        if kind == 'boolean':
            return self.random.random() < 0.5
        if kind in ('integer', 'long'):
            return self.random.choice([w for w in self.others if not isinstance(w, bool)] + [0, 1, 7])
        if kind in ('float', 'double'):
            return 1.5
        if kind == 'timestamp':
            return '2024-01-01T00:00:00Z'
        return b'\x00\xff'


def put(answer, expression, value):
    """Sets what a plain path names; other expressions find what they find."""
    *parents, last = expression.split('.')
    for name in parents:
        answer = answer.setdefault(name, {})
        if not isinstance(answer, dict):
            return
    if last.isidentifier():
        answer[last] = value


def listed(value):
    return value if isinstance(value, list) else [value]


def answers_of(source, operation, config, count):
    answers = Answers(source.random())
    pages = []
    for i in range(count):
        page = answers.value(operation.output_shape)
        is_last = i == count - 1
        for expression in listed(config['output_token']):
            token = None if is_last else f'token-{i}' if source.random() < 0.9 else {'K': {'B': b'\x01\xfe'}, 'N': i}
            if ' || ' in expression or '[' in expression:
                if is_last:
                    page.pop('Contents', None), page.pop('Jobs', None), page.pop('StreamDescription', None), page.pop('NextMarker', None)
                continue
            put(page, expression, source.choice([None, '']) if token is None else token)
        if 'more_results' in config:
            put(page, config['more_results'], not is_last)
        pages.append(page)
    return pages


def run(operation, config, pages, options, given):
    inputs = []

    def method(**kwargs):
        inputs.append(copy.deepcopy(kwargs))
        return copy.deepcopy(pages[min(len(inputs), len(pages)) - 1])

    paginator = Paginator(method, config, operation)
    try:
        iterator = paginator.paginate(PaginationConfig=dict(options), **given)
        outcome = {'pages': [plain(page) for page in iterator]}
    except PaginationError as error:
        return {'error': str(error), 'inputs': plain(inputs)}
    except Exception as error:
        return {'refused': f'{type(error).__name__}: {error}'}
    return {**outcome, 'inputs': plain(inputs), 'token': iterator.resume_token}


def paginator_cases(name, model, seed):
    try:
        configs = LOADER.load_service_model(name, 'paginators-1')['pagination']
    except botocore.loaders.UnknownServiceError:
        return
    except Exception:
        return
    for operation_name, config in configs.items():
        if operation_name not in model.operation_names:
            continue
        operation = model.operation_model(operation_name)
        source = random.Random(f'{seed}/{name}/{operation_name}')
        pages = answers_of(source, operation, config, 4)
        page_size = {'PageSize': 5} if 'limit_key' in config else {}
        tries = [{}, {'MaxItems': source.choice([1, 2, 3])}, {**page_size, 'MaxItems': source.choice([4, 5, 7])}]
        for options in tries:
            answered = run(operation, config, pages, options, {})
            yield {'operation': operation_name, 'answers': plain(pages), 'options': options, **answered}
            token = answered.get('token')
            if token:
                is_cut = 'boto_truncate_amount' in base64.b64decode(token).decode()
                rest = pages[len(answered['inputs']) - is_cut:]
                options = {'StartingToken': token, 'MaxItems': source.choice([1, 3, 50])}
                answered = run(operation, config, rest, options, {})
                yield {'operation': operation_name, 'answers': plain(rest), 'options': options, **answered}
        same = [pages[0], pages[0]]
        yield {'operation': operation_name, 'answers': plain(same), 'options': {}, **run(operation, config, same, {}, {})}


def state_of(waiter, answer):
    try:
        for acceptor in waiter.acceptors:
            if acceptor.matcher_func(answer):
                return acceptor.state
    except jmespath.exceptions.JMESPathError:
        return 'refused'
    return 'error' if 'Error' in answer else 'retry'


def waiter_cases(name, model, seed):
    try:
        config = LOADER.load_service_model(name, 'waiters-2')
    except Exception:
        return
    waiters = WaiterModel(config)
    for waiter_name in waiters.waiter_names:
        waiter = waiters.get_waiter(waiter_name)
        operation = model.operation_model(waiter.operation)
        expected = [a.expected for a in waiter.acceptors if a.matcher.startswith('path')]
        made = Answers(f'{seed}/{name}/{waiter_name}', expected)
        codes = [a.expected for a in waiter.acceptors if a.matcher == 'error' and isinstance(a.expected, str)]
        statuses = [a.expected for a in waiter.acceptors if a.matcher == 'status']
        for _ in range(12):
            output = made.value(operation.output_shape) if operation.output_shape else {}
            answer = {**output, 'ResponseMetadata': {'HTTPStatusCode': 200}}
            yield {'waiter': waiter_name, 'output': plain(output), 'status': 200, 'state': state_of(waiter, answer)}
        for code in [*codes, 'Other']:
            for status in [*statuses, 400]:
                answer = {'Error': {'Code': code, 'Message': ''}, 'ResponseMetadata': {'HTTPStatusCode': status}}
                yield {'waiter': waiter_name, 'code': code, 'status': status, 'state': state_of(waiter, answer)}


def main(arguments):
    seed = '1'
    if arguments[:1] == ['--seed']:
        seed, arguments = arguments[1], arguments[2:]
    for name in arguments or LOADER.list_available_services('service-2'):
        model = botocore.model.ServiceModel(LOADER.load_service_model(name, 'service-2'), name)
        for case in (*paginator_cases(name, model, seed), *waiter_cases(name, model, seed)):
            print(json.dumps({'service': name, **case}))


main(sys.argv[1:])
