"""Makes up plain values, conditions, requests and batches for DynamoDB, and what boto3 makes of them, one JSON object a line.

    python3 dynamodb.py [--seed N] [--count N]

Nothing is sent. test/conformance/dynamodb.jsonl was made with `--count 40`.
"""

import base64
import copy
import json
import random
import sys
from decimal import Decimal

import boto3.dynamodb.conditions as conditions
import botocore.session
from boto3.dynamodb.conditions import And, Attr, Key, Not, Or
from boto3.dynamodb.table import BatchWriter
from boto3.dynamodb.transform import TransformationInjector, copy_dynamodb_params
from boto3.dynamodb.types import Binary, TypeDeserializer, TypeSerializer

MODEL = botocore.session.get_session().get_service_model('dynamodb')
WORDS = ['a', 'ü', '', 'a.b', '#n0', ':v0', 'size', '😀', '%s', '{0}']
PATHS = ['a', 'a.b', 'a[0]', 'a.b[1].c', 'a[0][1]', 'size', 'a-b', 'ü.ö', 'x y']
DIGITS = '0123456789'


def encode(value):
    """A value as JSON, with the types JSON lacks under a name."""
    if isinstance(value, Binary):
        value = value.value
    if isinstance(value, (bytes, bytearray)):
        return {'$bytes': base64.b64encode(value).decode()}
    if isinstance(value, (Decimal, int)) and not isinstance(value, bool):
        return {'$number': str(value)}
    if isinstance(value, (set, frozenset)):
        return {'$set': sorted((encode(v) for v in value), key=json.dumps)}
    if isinstance(value, conditions.ConditionBase):
        return {'$condition': [type(value).__name__, *(encode(v) for v in value._values)]}
    if isinstance(value, conditions.AttributeBase):
        return {'$' + type(value).__name__.lower(): value.name}
    if isinstance(value, dict):
        return {k: encode(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [encode(v) for v in value]
    return value


def typed(value):
    """A typed value, in which the order of a set means nothing."""
    if isinstance(value, dict):
        sets = {k: sorted((typed(one) for one in v), key=json.dumps) for k, v in value.items()
                if k in ('SS', 'NS', 'BS') and isinstance(v, list)}
        return {k: sets[k] if k in sets else typed(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [typed(v) for v in value]
    if isinstance(value, Binary):
        value = value.value
    if isinstance(value, (bytes, bytearray)):
        return {'$bytes': base64.b64encode(value).decode()}
    return value


class Values:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def number(self):
        pick = self.random
        kind = pick.randrange(8)
        if kind == 0:
            return pick.choice([0, 1, -1, 2**53, 2**53 + 1, -(2**53) - 1, 2**70, 10**37, 10**38, 10**125, 10**126])
        if kind == 1:
            return pick.randrange(-10**pick.randrange(1, 40), 10**pick.randrange(1, 40))
        if kind == 2:
            return Decimal(pick.choice(['0.1', '1.10', '-0', '0.00', '0E+3', '1E-130', '1E-131', '1E-165', '1E-166', '9.9E+125',
                                        '1E+126', '9.9E+126', '1E+127', '0E-165', '0E-166', '0E+126', '0E+127', '1E-6', '1E-7']))
        digits = ''.join(pick.choice(DIGITS) for _ in range(pick.choice([1, 5, 15, 17, 18, 37, 38, 39])))
        return Decimal(f"{pick.choice(['', '-'])}{digits}E{pick.choice([0, -1, -3, -10, -40, 5, 80, 90, 125])}")

    def scalar(self):
        return self.random.choice([
            lambda: None, lambda: True, lambda: False, self.number, self.number,
            lambda: self.random.choice(WORDS), lambda: bytes(self.random.randrange(256) for _ in range(3)),
        ])()

    def set(self):
        one = self.random.choice([self.number, lambda: self.random.choice(WORDS), lambda: bytes([self.random.randrange(9)])])
        return {one() for _ in range(self.random.randrange(1, 4))}

    def value(self, depth=0):
        kind = self.random.randrange(8)
        if kind == 0:
            return self.set()
        if kind == 1 and depth < 4:
            return [self.value(depth + 1) for _ in range(self.random.randrange(4))]
        if kind == 2 and depth < 4:
            return {w: self.value(depth + 1) for w in self.random.sample(WORDS, self.random.randrange(4))}
        return self.scalar()

    def small(self):
        """A value no service would refuse."""
        return self.random.choice(['a', 'ü', 1, Decimal('1.5'), True, None, b'x', {'a', 'b'}, [1, 'a'], {'a': 1}])

    def comparison(self, attribute):
        name = self.random.choice(['eq', 'lt', 'lte', 'gt', 'gte', 'begins_with', 'between'])
        values = [self.small() for _ in range(2 if name == 'between' else 1)]
        return getattr(attribute, name)(*values)

    def condition(self, depth=0):
        kind = self.random.randrange(8)
        if kind < 3 and depth < 3:
            one, other = self.condition(depth + 1), self.condition(depth + 1)
            return [And(one, other), Or(one, other), Not(one)][kind]
        attribute = Attr(self.random.choice(PATHS))
        if kind == 3:
            return self.comparison(attribute.size())
        if kind == 4:
            return attribute.is_in([self.small() for _ in range(self.random.randrange(1, 4))])
        if kind == 5:
            return self.random.choice([attribute.exists, attribute.not_exists])()
        if kind == 6:
            return self.random.choice([attribute.ne, attribute.contains, attribute.attribute_type])('S')
        return self.comparison(attribute)

    def key_condition(self):
        first = Key(self.random.choice(PATHS)).eq(self.small())
        return self.random.choice([first, And(first, self.comparison(Key(self.random.choice(PATHS))))])

    def request(self):
        pick = self.random
        item = {w: self.small() for w in pick.sample(['a', 'b', 'c'], 2)}
        cases = {
            'PutItem': lambda: {'Item': item, 'ConditionExpression': self.condition()},
            'GetItem': lambda: {'Key': item},
            'UpdateItem': lambda: {'Key': item, 'UpdateExpression': 'SET a = :a', 'ConditionExpression': self.condition(),
                                   'ExpressionAttributeValues': {':a': self.small()}},
            'DeleteItem': lambda: {'Key': item, 'ConditionExpression': pick.choice(['a = :a', self.condition()])},
            'Query': lambda: {'KeyConditionExpression': self.key_condition(), 'FilterExpression': self.condition(),
                              'ExpressionAttributeNames': {'#a': 'a'}},
            'Scan': lambda: {'FilterExpression': self.condition(), 'ExclusiveStartKey': item},
            'BatchGetItem': lambda: {'RequestItems': {'t': {'Keys': [item]}}},
            'BatchWriteItem': lambda: {'RequestItems': {'t': [{'PutRequest': {'Item': item}}, {'DeleteRequest': {'Key': item}}]}},
            'TransactWriteItems': lambda: {'TransactItems': [{'Put': {'TableName': 't', 'Item': item}}]},
        }
        operation = pick.choice(sorted(cases))
        given = cases[operation]()
        if operation in ('PutItem', 'GetItem', 'UpdateItem', 'DeleteItem', 'Query', 'Scan'):
            given['TableName'] = 't'
        return operation, given

    def output(self):
        item = {w: TypeSerializer().serialize(self.small()) for w in self.random.sample(['a', 'b', 'c'], 2)}
        outputs = {
            'GetItem': {'Item': item, 'ConsumedCapacity': {'TableName': 't', 'CapacityUnits': 0.5}},
            'Query': {'Items': [item, {}], 'Count': 2, 'LastEvaluatedKey': item},
            'UpdateItem': {'Attributes': item, 'ItemCollectionMetrics': {'ItemCollectionKey': item}},
            'BatchGetItem': {'Responses': {'t': [item]}, 'UnprocessedKeys': {'u': {'Keys': [item]}}},
            'BatchWriteItem': {'UnprocessedItems': {'t': [{'PutRequest': {'Item': item}}]}},
            'TransactGetItems': {'Responses': [{'Item': item}, {}]},
        }
        operation = self.random.choice(sorted(outputs))
        return operation, outputs[operation]


def value_case(values):
    value = values.value()
    case = {'what': 'value', 'value': encode(value)}
    try:
        return {**case, 'typed': typed(TypeSerializer().serialize(value))}
    except Exception as error:
        return {**case, 'error': type(error).__name__}


def read_case(values):
    """Of numbers that DynamoDB keeps: it gives no others."""
    while True:
        given = {'L': [{'N': str(values.number())}, {'NS': ['1', '2.50']}, {'M': {'a': {'B': b'x'}}}]}
        try:
            return {'what': 'read', 'typed': typed(given), 'value': encode(TypeDeserializer().deserialize(given))}
        except ArithmeticError:
            continue


def request_case(values):
    operation, given = values.request()
    case = {'what': 'request', 'operation': operation, 'input': encode(given)}
    params, model, injector = copy_dynamodb_params(given), MODEL.operation_model(operation), TransformationInjector()
    injector.inject_condition_expressions(params, model)
    injector.inject_attribute_value_input(params, model)
    return {**case, 'request': typed(params)}


def output_case(values):
    operation, answer = values.output()
    parsed, model = copy_dynamodb_params(answer), MODEL.operation_model(operation)
    TransformationInjector().inject_attribute_value_output(parsed, model)
    return {'what': 'output', 'operation': operation, 'answer': typed(answer), 'output': encode(parsed)}


class RecordingClient:
    """Takes items of 25 as DynamoDB would, and refuses some of them, each once."""

    def __init__(self, refused):
        self.calls = []
        self.refused = refused

    def batch_write_item(self, RequestItems):
        requests = RequestItems['t']
        self.calls.append(copy.deepcopy(requests))
        count = self.refused.pop(0) if self.refused else 0
        return {'UnprocessedItems': {'t': requests[:count]} if count else {}}


def batch_case(values):
    pick = values.random
    count, keys = pick.choice([0, 1, 24, 25, 26, 60]), pick.choice([None, ['id'], ['id', 'sort']])
    writes = [{'put': {'id': pick.randrange(12), 'sort': pick.choice(['a', 'b']), 'n': at}} if pick.random() < 0.7
              else {'delete': {'id': pick.randrange(12), 'sort': 'a'}} for at in range(count)]
    refused = [pick.randrange(4) for _ in range(pick.randrange(4))]
    client = RecordingClient(list(refused))
    with BatchWriter('t', client, overwrite_by_pkeys=keys) as writer:
        for write in writes:
            if 'put' in write:
                writer.put_item(write['put'])
            else:
                writer.delete_item(write['delete'])
    return {'what': 'batch', 'writes': writes, 'keys': keys, 'refused': refused, 'calls': client.calls}


def main():
    options = dict(zip(sys.argv[1::2], sys.argv[2::2]))
    values = Values(int(options.get('--seed', 1)))
    for _ in range(int(options.get('--count', 2000))):
        for case in (value_case, read_case, request_case, output_case, batch_case):
            print(json.dumps({'service': 'dynamodb', **case(values)}, ensure_ascii=False))


main()
