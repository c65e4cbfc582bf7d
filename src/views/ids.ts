// Every id that package.json and the code share. A test holds the two to each other.

/** The view container in the Activity Bar. */
export const containers = { awscope: 'awscope' } as const;

export const views = { explorer: 'awscope.explorer' } as const;

export const commands = {
  showLog: 'awscope.showLog',

  selectProfile: 'awscope.selectProfile',
  selectRegion: 'awscope.selectRegion',
  /** Makes the profile of a tree node the active one. Argument: the node. */
  useProfile: 'awscope.useProfile',
  addProfile: 'awscope.addProfile',
  /** Changes a profile. Argument: as `signIn`. */
  editProfile: 'awscope.editProfile',
  /** Removes a profile, once the person has confirmed it. Argument: as `signIn`. */
  removeProfile: 'awscope.removeProfile',
  /** Opens a terminal with the keys in its environment. Arguments: as `signIn`, and a line to type into it. */
  openTerminal: 'awscope.openTerminal',
  /** Copies the keys as lines for a shell, once the person has confirmed it. Argument: as `signIn`. */
  copyVariables: 'awscope.copyVariables',
  /** Signs in for a profile. Argument: a node, or the profile's name; absent for the active one. */
  signIn: 'awscope.signIn',

  /** Argument: `{ service, operation }`, or `{ service, profile, region }` to choose among those of one service; or none. */
  runOperation: 'awscope.runOperation',
  /** Runs the input document that is open. Argument: its URI, absent when called by a key or the palette. */
  runInput: 'awscope.runInput',
  /** Opens the API reference of an input document's operation. Argument: as `runInput`. */
  openReference: 'awscope.openReference',

  /** Shows what a result hides. Argument: its URI, absent when called by a key or the palette. */
  revealValues: 'awscope.revealValues',
  /** Hides it again. Argument: as `revealValues`. */
  hideValues: 'awscope.hideValues',

  /** Opens the resource that a text names. Arguments: a `Location` and whose it is; absent, the person is asked for a text. */
  goToResource: 'awscope.goToResource',

  refresh: 'awscope.explorer.refresh',
  refreshNode: 'awscope.explorer.refreshNode',
  loadMore: 'awscope.explorer.loadMore',
  stopLoading: 'awscope.explorer.stopLoading',
  retry: 'awscope.explorer.retry',
  openJson: 'awscope.explorer.openJson',
  copyId: 'awscope.explorer.copyId',
  copyArn: 'awscope.explorer.copyArn',
  openConsole: 'awscope.explorer.openConsole',
  /** Runs an action of a resource or service. Argument: the node. */
  runAction: 'awscope.explorer.runAction',
  runServiceOperation: 'awscope.explorer.runOperation',
  /** Opens what a resource leads to. Argument: its node. */
  openRelated: 'awscope.explorer.openRelated',
  /** Has a service stand right under each profile. Argument: its node. */
  pinService: 'awscope.explorer.pinService',
  /** Puts it back under All Services. Argument: its node. */
  unpinService: 'awscope.explorer.unpinService',
  /** Opens the shared config file. Argument: a node of a profile or fault, whose place is shown; absent for the file itself. */
  openConfig: 'awscope.openConfig',
} as const;

export const settings = {
  /** How profiles look and are treated, by patterns of their names. */
  profiles: 'awscope.profiles',
  /** How to sign in to IAM Identity Center: `auto`, `browser` or `deviceCode`. */
  signInMethod: 'awscope.signIn.method',
  /** The services that stand right under each profile, by botocore's ids. */
  services: 'awscope.services',
  /** Kinds of resources that the person declares. */
  kinds: 'awscope.kinds',
} as const;

/** Keys set by `setContext` and asked for by `when` clauses. */
export const contextKeys = {
  /** True when the files were read, have no profile, and nothing is wrong with them. */
  noProfiles: 'awscope.noProfiles',
  /** The URIs of the open results that hide values. */
  hidingResults: 'awscope.hidingResults',
  /** The URIs of those whose values the person had revealed. */
  revealedResults: 'awscope.revealedResults',
} as const;

/** The schemes of our documents' URIs. */
export const schemes = {
  /** Read-only JSON: outputs of operations and descriptions of resources. */
  result: 'awscope',
  /** Editable inputs of operations. */
  input: 'awscope-input',
} as const;

/** Language ids. Inputs have their own, so that VS Code saves them without asking and JSON faults are told once. */
export const languages = { input: 'awscope-input' } as const;

/** What `when` clauses of the tree's menus compare with `viewItem`. */
export const nodeContexts = {
  profile: 'profile',
  activeProfile: 'activeProfile',
  /** A profile whose keys come by signing in. */
  signableProfile: 'signableProfile',
  activeSignableProfile: 'activeSignableProfile',
  brokenProfile: 'brokenProfile',
  service: 'service',
  /** A service that stands right under the profile. */
  pinnedService: 'pinnedService',
  collection: 'collection',
  resource: 'resource',
  /** A resource that has a page in the AWS console. */
  linkedResource: 'linkedResource',
  more: 'more',
  /** In place of `more` while a page is on its way. */
  loading: 'loading',
  failure: 'failure',
  /** A failure that goes away when the person signs in. */
  signIn: 'signIn',
  /** Why a profile is broken, or what else is wrong with the files. */
  problem: 'problem',
} as const;
