// The model of a kind: what a declaration says of a service's resources, in the vocabulary of boto3's resource
// descriptions. All of it is plain data, so that declarations may as well be JSON. Texts are explained in `texts.ts`,
// parameters and their sources in `sources.ts`, paths in `paths.ts`.

import type { Params, Source } from './sources.ts';

/** All that is declared of one service. */
export interface ServiceKinds {
  /** botocore's id, such as `stepfunctions`. */
  readonly service: string;
  /** As AWS calls it for short: `S3`. */
  readonly title: string;
  readonly icon: IconRule;
  /** Regional where absent. */
  readonly scope?: Scope;
  /** What the service lists without a parent, by name, in the order shown. */
  readonly collections: Readonly<Record<string, CollectionRule>>;
  readonly kinds: Readonly<Record<string, Kind>>;
  /** What can be done without a resource, such as creating one. */
  readonly actions?: Readonly<Record<string, ActionRule>>;
  /** Further names of its kinds, such as boto3's: `{ ObjectSummary: 'Object' }`. */
  readonly aliases?: Readonly<Record<string, string>>;
}

export type Scope = 'regional' | GlobalScope;

/** One answer for all regions, asked for in this region of each partition, and shown once a profile. */
export interface GlobalScope {
  readonly global: Readonly<Record<string, string>>;
}

/** A codicon's name, fixed or by the value of a member. */
export type IconRule =
  | string
  | {
      readonly by: string;
      readonly values: Readonly<Record<string, string>>;
      readonly otherwise: string;
    };

/** One kind of resource. */
export interface Kind {
  /** What it takes to name one, from the outside in: a bucket, then a key. */
  readonly identifiers: readonly string[];
  /** The text a person copies as its id; the last identifier where absent. */
  readonly id?: string;
  /** Members that tell two rows of a list apart where the identifiers do not. */
  readonly distinguishedBy?: readonly string[];
  /** The first of these texts that is present; the id where none is. */
  readonly label?: readonly string[];
  /** A member path; absent for kinds without states. */
  readonly state?: string;
  /** Those of these texts that are present, after the label. */
  readonly description?: readonly string[];
  /** A title and a text each: rows of its tooltip, and the columns where many are shown in a table. */
  readonly columns?: readonly (readonly [string, string])[];
  readonly icon: IconRule;
  /** A member path, or a template with `{partition}`, `{region}` and `{account}`; absent for what has no ARN. */
  readonly arn?: string;
  /**
   * The template its ARNs are read back by, where `arn` is a member or names members that are no identifiers. `{*}` stands for
   * anything, or nothing. An identifier that is the ARN itself is taken whole; one that is another kind's ARN, as `{X|last}`.
   */
  readonly arnPattern?: string;
  /** Identifiers with the value that an ARN leaves out, and the `/` after it, such as the name of a default. */
  readonly implied?: Readonly<Record<string, string>>;
  /** A regular expression for identifiers that only this kind has: `^i-[0-9a-f]{8,17}$`. For kinds with one identifier. */
  readonly idPattern?: string;
  /**
   * Templates of addresses that name one, beside the console's: `s3://{Bucket}/{Key}`. An identifier that is an address
   * itself is made by the first one that has it as `{X|last}`; `{dns}` is the domain of the partition's services.
   */
  readonly urls?: readonly string[];
  /** A template where `{c}` is the console of the region; values are escaped unless a filter says otherwise. */
  readonly consoleUrl?: string;
  /** Where all of its kind are, if not where their parent or Session is: web ACLs that only one region keeps. */
  readonly scope?: GlobalScope;
  /** Where its calls go, where each one has a region of its own. */
  readonly region?: RegionRule;
  /** The describe operation; absent where the listing already gives everything. */
  readonly load?: LoadRule;
  /** Set where the listing gives only names or ARNs: rows are described when they become visible. */
  readonly hydrate?: true;
  readonly collections?: Readonly<Record<string, CollectionRule>>;
  readonly actions?: Readonly<Record<string, ActionRule>>;
  readonly waiters?: Readonly<Record<string, WaiterRule>>;
  /** Resources it leads to, by name: those its members name, and those got from it by name. */
  readonly has?: Readonly<Record<string, HasRule>>;
  /** Those of its collections that list what uses it. */
  readonly usedBy?: readonly string[];
}

/** An operation with its parameters. */
export interface RequestRule {
  /** Another service's operation, by botocore's id. */
  readonly service?: string;
  readonly operation: string;
  readonly params?: Params;
}

/** A list of resources, of a service or of a resource. */
export interface CollectionRule extends RequestRule {
  /** In AWS's words, in the plural. */
  readonly title: string;
  /** The icon of its first kind where absent. */
  readonly icon?: string;
  /** What its items are; several where one answer lists several kinds. */
  readonly items: readonly ItemRule[];
  /** Items a page; the operation's own default where absent. */
  readonly pageSize?: number;
  /** The items are shown directly under the parent, without a node for the collection. */
  readonly inline?: true;
  /** What the person should know before opening it, such as that it costs. */
  readonly note?: string;
  /** Where it is listed, if not where its owner is: certificates that only one region keeps. Its items are there too. */
  readonly scope?: Scope;
  /** The token's members, for operations that give pages and have no paginator. */
  readonly tokens?: TokensRule;
  /** AWS's error code for a list that nothing was ever put into, where that is an error. */
  readonly emptyOn?: string;
  /** A second list, merged into the attributes of the items it names. */
  readonly join?: JoinRule;
}

export interface TokensRule {
  readonly input: string;
  readonly output: string;
  /** The member that is true while there are more pages, where the token's presence does not tell. */
  readonly more?: string;
}

export interface ItemRule {
  /** A kind of this service, or `ec2.Volume` of another. */
  readonly kind: string;
  /** The path to the items in the output. */
  readonly path: string;
  /** What gives each identifier: a path in the item, a template such as `{Id|last}`, or a source. */
  readonly identifiers: Readonly<Record<string, string | Source>>;
  /** An item whose identifier has this value is left out. */
  readonly except?: Readonly<Record<string, Source>>;
  /** An item whose identifier has another value is left out, for operations that list by the beginning of a name. */
  readonly only?: Readonly<Record<string, Source>>;
}

/** Rows of a second list, put into the items they belong to. If AWS refuses that list, the items go without. */
export interface JoinRule extends RequestRule {
  readonly path: string;
  /** The row's member that equals the item's member `equals`. */
  readonly on: string;
  readonly equals: string;
  /** The item's new member, a list of rows. */
  readonly as: string;
}

export interface LoadRule extends RequestRule {
  /** The path to the attributes in the output; all of it where absent. */
  readonly path?: string;
  /** Members of the output outside the path that are attributes too, such as the token that a change must bring. */
  readonly beside?: readonly string[];
  /** The path means a list; the one whose members equal these identifiers is taken. Identifier to member path. */
  readonly match?: Readonly<Record<string, string>>;
  /** Members that listings have by another name, which they get too, and their paths: `{ Size: 'ContentLength' }`. */
  readonly listedAs?: Readonly<Record<string, string>>;
  /** For operations that describe many at once. */
  readonly batch?: BatchRule;
  /** A second operation, asked beside the first, for what that leaves out. Where it is not allowed, the first stands alone. */
  readonly more?: Omit<LoadRule, 'batch' | 'more'>;
}

/** Describes up to `size` resources in one call: their `identifier` goes into the list `param`. */
export interface BatchRule {
  readonly size: number;
  readonly param: string;
  readonly identifier: string;
  /** The path to the described ones, and the member that tells whose each is. */
  readonly path: string;
  readonly member: string;
}

/** The region of a resource: from its attributes, else by a call in the service's global region. */
export interface RegionRule extends RequestRule {
  /** The attribute that holds it; absent for kinds whose listing never tells. */
  readonly member?: string;
  readonly path: string;
  /** What some answers stand for; the empty text for no answer. */
  readonly values: Readonly<Record<string, string>>;
}

/** Reads, gives or makes a Secret, Writes, hands over Locally, Disrupts, or destroys for good (X). */
export type Risk = 'R' | 'S' | 'W' | 'L' | 'D' | 'X';

export interface ActionRule extends RequestRule {
  readonly title: string;
  readonly risk: Risk;
  /** Where it is called, if not where its owner is: in the region to make something in. */
  readonly region?: RequestedRegionRule;
  /** The resources its answer names, such as the one it made; paths are those of the answer. */
  readonly result?: ResultRule;
  /** The list or map in the answer of what was not done; an answer that has any is an error. */
  readonly failures?: string;
  /** Present where one call may do it for many resources. */
  readonly batch?: BatchActionRule;
}

/** A region by the input of an action; the Session's own where the input tells none. */
export interface RequestedRegionRule {
  readonly path: string;
  /** What some values stand for. */
  readonly values: Readonly<Record<string, string>>;
}

/** Resources in a document. */
export interface ResultRule {
  readonly kind: string;
  /** The path to the resources; the whole document is one where absent. */
  readonly path?: string;
  /** What gives each identifier: a path in the item, or a source. */
  readonly identifiers: Readonly<Record<string, string | Source>>;
}

/** The parameters of each resource are joined, list to list: `{ InstanceIds: [identifier('InstanceId')] }`. */
export interface BatchActionRule {
  /** Resources a call at most. */
  readonly size: number;
  /** The operation for many, where it is another one; it has its own parameters then. */
  readonly operation?: string;
  readonly params?: Params;
  /** The list or map in the answer of those it was not done for, where the operation is another one. */
  readonly failures?: string;
}

/** Where a resource leads to: by a member that holds an ARN or an identifier, or by all identifiers. */
export type HasRule = LinkRule | ResultRule;

/** A member that names another resource, or several where its path has `[]`. */
export interface LinkRule {
  /** Its ARN, or the last identifier of its kind; in a member, or in an identifier of this name. */
  readonly member: string;
  /** The kind; absent where it varies, and only the value tells: an ARN, an address, or an id of its own form. */
  readonly kind?: string;
  /** What gives the identifiers before the last. */
  readonly identifiers?: Readonly<Record<string, Source>>;
}

export interface WaiterRule {
  /** The name in the service's model. */
  readonly waiter: string;
  readonly params: Params;
}
