// Every error Awscope makes. Each has a stable `code`, the fields a caller may act on, and a message that says where,
// what, and what would help. Keys, tokens and signatures are never part of one.

export * from './errors/answer.ts';
export {
  AwscopeError,
  formatPath,
  formatWhere,
  isAbort,
  type Where,
} from './errors/base.ts';
export * from './errors/input.ts';
export * from './errors/profile.ts';
