// Prints, in a process that has read no profile yet, the milliseconds of four things: the first keys of a profile that has them
// in a file, and of one used later; the first list of many profiles, and a later one: node profileTimes.mjs FEW MANY

import { Session } from '../../dist/core.mjs';

const [few, many] = process.argv.slice(2);

async function timeOf(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function usualTimeOf(work) {
  const times = [];
  for (let i = 0; i < 21; i++) times.push(await timeOf(work));
  return times.sort((a, b) => a - b)[10];
}

const list = () => Session.profiles({ home: many, environment: {} });
const keys = () => new Session({ home: few, environment: {}, profile: 'p' }).credentials();
const times = [
  await timeOf(keys),
  await usualTimeOf(keys),
  await timeOf(list),
  await usualTimeOf(list),
];
process.stdout.write(JSON.stringify(times));
