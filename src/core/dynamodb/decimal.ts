// DynamoDB's numbers: up to 38 digits, more than a double keeps. As boto3 does, a number that would be rounded is refused.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html

/** The value is digits times ten to the exponent. */
interface Parts {
  readonly isNegative: boolean;
  /** Without leading zeros; `0` for zero. */
  readonly digits: string;
  readonly exponent: number;
}

/** A number that no double and no `bigint` holds, such as `0.12345678901234567890`. */
export class Decimal {
  readonly #text: string;

  /** Throws a `RangeError` for what is no number, or has more digits than DynamoDB keeps. */
  constructor(value: string | number | bigint) {
    this.#text = decimalText(String(value));
  }

  /** The nearest double. */
  valueOf(): number {
    return Number(this.#text);
  }

  toString(): string {
    return this.#text;
  }

  toJSON(): string {
    return this.#text;
  }
}

/** The number as DynamoDB is told it, in Python's spelling of decimals. Throws a `RangeError` for what it cannot keep. */
export function decimalText(text: string): string {
  const parts = parseDecimal(text);
  const fault = parts ? faultOf(parts) : 'is not a number.';
  if (!parts || fault) throw new RangeError(fault);
  return formatDecimal(parts);
}

/** The value of a number's text: a double where that loses nothing, else a `bigint` or a `Decimal`. */
export function numberOf(text: string): number | bigint | Decimal {
  const parts = parseDecimal(text);
  if (!parts) throw new RangeError('is not a number.');
  const double = Number(text);
  const same = parseDecimal(String(double));
  if (same && isEqual(parts, same)) return double;
  const { isNegative, digits, exponent } = parts;
  if (exponent < 0) return new Decimal(text);
  return BigInt(`${isNegative ? '-' : ''}${digits}${'0'.repeat(exponent)}`);
}

function parseDecimal(text: string): Parts | undefined {
  const match = /^([+-]?)(?=\.?\d)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(text.trim());
  if (!match) return undefined;
  const [, sign, whole = '', fraction = '', power = '0'] = match;
  const digits = `${whole}${fraction}`.replace(/^0+(?=\d)/, '');
  return { isNegative: sign === '-', digits, exponent: Number(power) - fraction.length };
}

const mostDigits = 38;
const largestPower = 126;
/** The power of the last digit of the smallest number. */
const smallestPower = -165;

/** What keeps DynamoDB from keeping it. */
function faultOf({ digits, exponent }: Parts): string | undefined {
  if (digits.length > mostDigits) return `has more than ${mostDigits} digits.`;
  const power = digits === '0' ? exponent : exponent + digits.length - 1;
  if (power > largestPower) return 'is too large.';
  return exponent < smallestPower ? 'is too small.' : undefined;
}

/** As Python's `str(Decimal)`: with an exponent only where the plain text would have zeros that are no digits. */
function formatDecimal({ isNegative, digits, exponent }: Parts): string {
  const sign = isNegative ? '-' : '';
  const point = exponent + digits.length;
  if (exponent > 0 || point <= -6) return `${sign}${withExponent(digits, point - 1)}`;
  if (exponent === 0) return `${sign}${digits}`;
  return point > 0
    ? `${sign}${digits.slice(0, point)}.${digits.slice(point)}`
    : `${sign}0.${'0'.repeat(-point)}${digits}`;
}

function withExponent(digits: string, power: number): string {
  const fraction = digits.slice(1);
  return `${digits[0]}${fraction && `.${fraction}`}E${power < 0 ? '' : '+'}${power}`;
}

function isEqual(one: Parts, other: Parts): boolean {
  const [a, b] = [one, other].map(({ isNegative, digits, exponent }) => {
    const short = digits.replace(/0+$/, '');
    return short && `${isNegative} ${short} ${exponent + digits.length - short.length}`;
  });
  return a === b;
}
