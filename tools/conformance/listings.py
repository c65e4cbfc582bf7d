"""Runs botocore's paginators and waiters over made-up answers, one JSON object a line.

    python3 listings.py [--seed N] --only paginators|waiters [--sample N] [service ...]

For every paginator: answers, options, and what came of them: the inputs it asked with, the pages it gave and the token to go on
from. For every waiter: an answer and the state it leads to. Nothing is sent. `--sample` takes the first N of each sort in each
wire format, with answers that have little beside what is looked at: test/conformance/listings.jsonl was made with
`--only paginators --sample 3`, waiters.jsonl with `--only waiters --sample 2`.
"""

import base64
import copy
import json
import random
import re
import sys

import botocore.loaders
import botocore.model
import jmespath
from botocore.exceptions import PaginationError
from botocore.paginate import Paginator
from botocore.waiter import WaiterModel

from formats import plain

LOADER = botocore.loaders.Loader()


class Answers:
    """Outputs of an operation as botocore's parser would give them; of those members alone, where `only` names some."""

    def __init__(self, seed, words=(), only=None):
        self.random = random.Random(seed)
        self.words = [w for w in words if isinstance(w, str)] + ['a', 'ü']
        self.others = [w for w in words if not isinstance(w, str)]
        self.only = only
        self.count = 0

    def names(self, shape, depth):
        names = [n for n in shape.members if depth < 6 and (depth == 0 or self.random.random() < 0.8 - depth * 0.1)]
        if self.only is None:
            return names
        found = [n for n in names if n in self.only]
        scalars = [n for n in shape.members if shape.members[n].type_name == 'string']
        return found or (scalars[:1] if depth else [])

    def value(self, shape, depth=0):
        kind = shape.type_name
        if kind == 'structure':
            return {n: self.value(shape.members[n], depth + 1) for n in self.names(shape, depth)}
        if kind == 'list':
            count = self.random.choice([0, 1, 2, 3]) if depth < 6 else 0
            return [self.value(shape.member, depth + 1) for _ in range(count)]
        if kind == 'map':
            return {w: self.value(shape.value, depth + 1) for w in ('k1', 'k2')} if depth < 5 else {}
        if kind in ('string', 'character'):
            if self.only and len(self.words) == 2:
                self.count += 1
                return f'{self.words[self.random.randrange(2)]}{self.count}'
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


def names_in(expressions):
    return {name for e in expressions for name in re.findall(r'[A-Za-z_]\w*', e)}


def answers_of(source, operation, config, count, is_short):
    keys = ('output_token', 'result_key', 'more_results', 'non_aggregate_keys')
    only = names_in(e for key in keys for e in listed(config.get(key, [])))
    answers = Answers(source.random(), only=only if is_short else None)
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


def paginators_of(name):
    try:
        return LOADER.load_service_model(name, 'paginators-1')['pagination']
    except botocore.loaders.UnknownServiceError:
        return {}


def paginator_cases(name, model, seed, wanted=None):
    for operation_name, config in paginators_of(name).items():
        if operation_name not in model.operation_names or (wanted and not wanted(sort_of_paginator(config))):
            continue
        operation = model.operation_model(operation_name)
        source = random.Random(f'{seed}/{name}/{operation_name}')
        pages = answers_of(source, operation, config, 3 if wanted else 4, wanted)
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
                if not is_cut and drops_unseen(config, rest[0]):
                    answered = {'refused': 'botocore drops what nobody has seen'}
                yield {'operation': operation_name, 'answers': plain(rest), 'options': options, **answered}
        same = [pages[0], pages[0]]
        yield {'operation': operation_name, 'answers': plain(same), 'options': {}, **run(operation, config, same, {}, {})}


def drops_unseen(config, page):
    """Of a page it goes on from, botocore empties all but the first list, whether it was given before or not."""
    first, *others = listed(config['result_key'])
    return bool(others) or not isinstance(jmespath.search(first, page), (list, str, type(None)))


def sort_of_paginator(config):
    """What makes paginators different from each other."""
    results, tokens = listed(config.get('result_key', [])), listed(config['output_token'])
    more = [key in config for key in ('more_results', 'limit_key', 'non_aggregate_keys')]
    return (len(tokens), len(results), *more, any('.' in e for e in results), all(e.isidentifier() for e in tokens))


def sort_of_waiter(waiter):
    return tuple(sorted({(a.matcher, a.state, type(a.expected).__name__) for a in waiter.acceptors}))


def state_of(waiter, answer):
    if 'Error' in answer and answer['ResponseMetadata']['HTTPStatusCode'] == 200:
        return 'refused'  # A member of that name, which botocore takes for an error.
    try:
        for acceptor in waiter.acceptors:
            if acceptor.matcher_func(answer):
                return acceptor.state
    except jmespath.exceptions.JMESPathError:
        return 'refused'
    return 'error' if 'Error' in answer else 'retry'


def waiters_of(name):
    try:
        models = WaiterModel(LOADER.load_service_model(name, 'waiters-2'))
    except botocore.loaders.UnknownServiceError:
        return {}
    return {waiter_name: models.get_waiter(waiter_name) for waiter_name in models.waiter_names}


def waiter_cases(name, model, seed, wanted=None):
    for waiter_name, waiter in waiters_of(name).items():
        if wanted and not wanted(sort_of_waiter(waiter)):
            continue
        outputs = waiter_outputs(f'{seed}/{name}/{waiter_name}', model.operation_model(waiter.operation), waiter, wanted)
        for output, state in outputs:
            yield {'waiter': waiter_name, 'output': plain(output), 'status': 200, 'state': state}
        codes = [a.expected for a in waiter.acceptors if a.matcher == 'error' and isinstance(a.expected, str)]
        statuses = [a.expected for a in waiter.acceptors if a.matcher == 'status']
        for code in [*codes, 'Other']:
            for status in [*statuses, 400]:
                answer = {'Error': {'Code': code, 'Message': ''}, 'ResponseMetadata': {'HTTPStatusCode': status}}
                yield {'waiter': waiter_name, 'code': code, 'status': status, 'state': state_of(waiter, answer)}


def waiter_outputs(seed, operation, waiter, is_short):
    """A dozen at random; for a sample only the first of each that another acceptor takes."""
    expected = [a.expected for a in waiter.acceptors if a.matcher.startswith('path')]
    only = names_in(a.argument or '' for a in waiter.acceptors if a.matcher.startswith('path'))
    made = Answers(seed, expected, only or {'ResponseMetadata'} if is_short else None)
    seen = set()
    for _ in range(60 if is_short else 12):
        output = made.value(operation.output_shape) if operation.output_shape else {}
        answer = {**output, 'ResponseMetadata': {'HTTPStatusCode': 200}}
        state = state_of(waiter, answer)
        if is_short:
            mark = tuple(matches(a, answer) for a in waiter.acceptors)
            if mark in seen:
                continue
            seen.add(mark)
        yield output, state


def matches(acceptor, answer):
    try:
        return acceptor.matcher_func(answer)
    except jmespath.exceptions.JMESPathError:
        return None


class Sample:
    """Lets the first few of each sort pass, counted apart for each wire format."""

    def __init__(self, most):
        self.most = most
        self.counts = {}

    def of(self, protocol):
        def wanted(sort):
            count = self.counts[protocol, sort] = self.counts.get((protocol, sort), 0) + 1
            return count <= self.most

        return wanted


def main(arguments):
    options = {'--seed': '1', '--only': '', '--sample': '0'}
    while arguments[:1] and arguments[0] in options:
        options[arguments[0]], arguments = arguments[1], arguments[2:]
    sample = Sample(int(options['--sample']))
    make = {'paginators': paginator_cases, 'waiters': waiter_cases}[options['--only']]
    for name in arguments or LOADER.list_available_services('service-2'):
        model = botocore.model.ServiceModel(LOADER.load_service_model(name, 'service-2'), name)
        wanted = sample.of(model.resolved_protocol) if sample.most else None
        for case in make(name, model, options['--seed'], wanted):
            if not wanted:
                print(json.dumps({'service': name, **case}))
            elif 'refused' not in case and case.get('state') != 'refused':
                print(json.dumps({'service': name, **case}, separators=(',', ':'), ensure_ascii=False))


main(sys.argv[1:])
