import type { CollectionRule, Kind, ServiceKinds } from '../core/resources/kind.ts';
import { ask, data, identifier, type Source } from '../core/resources/sources.ts';
import { act, to } from './rules.ts';

const inRepository = { repositoryName: identifier('repositoryName') };
const ofBranch = { ...inRepository, branchName: identifier('branchName') };
const ofRequest = { pullRequestId: identifier('pullRequestId') };
const merged = { ...ofRequest, repositoryName: data('pullRequestTargets[0].repositoryName') };

function pullRequests(title: string, status: 'OPEN' | 'CLOSED'): CollectionRule {
  return {
    title,
    operation: 'ListPullRequests',
    params: { ...inRepository, pullRequestStatus: status },
    items: [{ kind: 'PullRequest', path: 'pullRequestIds[]', identifiers: { pullRequestId: '@' } }],
  };
}

/** One folder of a branch. */
function files(branchName: Source, folderPath: string | Source): CollectionRule {
  const inBranch = { ...inRepository, branchName };
  return {
    title: 'Files',
    icon: 'file',
    inline: true,
    operation: 'GetFolder',
    params: { ...inRepository, commitSpecifier: branchName, folderPath },
    items: [
      {
        kind: 'Folder',
        path: 'subFolders[]',
        identifiers: { ...inBranch, folderPath: 'absolutePath' },
      },
      { kind: 'File', path: 'files[]', identifiers: { ...inBranch, filePath: 'absolutePath' } },
    ],
  };
}

const Repository: Kind = {
  identifiers: ['repositoryName'],
  description: ['defaultBranch', '{lastModifiedDate|date}'],
  columns: [
    ['Description', 'repositoryDescription'],
    ['Default branch', 'defaultBranch'],
    ['Clone by HTTPS', 'cloneUrlHttp'],
    ['Clone by SSH', 'cloneUrlSsh'],
    ['ID', 'repositoryId'],
    ['Created', '{creationDate|date}'],
    ['Modified', '{lastModifiedDate|date}'],
  ],
  icon: 'repo',
  arn: 'arn:{partition}:codecommit:{region}:{account}:{repositoryName}',
  urls: ['codecommit::{region}://{repositoryName}'],
  consoleUrl: '{c}/codesuite/codecommit/repositories/{repositoryName}/browse?region={region}',
  load: {
    operation: 'BatchGetRepositories',
    params: { repositoryNames: [identifier('repositoryName')] },
    path: 'repositories[0]',
    batch: {
      size: 25,
      param: 'repositoryNames',
      identifier: 'repositoryName',
      path: 'repositories[]',
      member: 'repositoryName',
    },
  },
  hydrate: true,
  collections: {
    Branches: {
      title: 'Branches',
      operation: 'ListBranches',
      params: inRepository,
      items: [
        {
          kind: 'Branch',
          path: 'branches[]',
          identifiers: { ...inRepository, branchName: '@' },
        },
      ],
    },
    PullRequests: pullRequests('Pull Requests', 'OPEN'),
    ClosedPullRequests: pullRequests('Closed Pull Requests', 'CLOSED'),
  },
  actions: {
    Clone: act('Clone', 'L', 'GetRepository', inRepository),
    GetTriggers: act('Show Triggers', 'R', 'GetRepositoryTriggers', inRepository),
    CreateBranch: act('Create Branch', 'W', 'CreateBranch', {
      ...inRepository,
      branchName: ask('branchName'),
      commitId: ask('commitId'),
    }),
    UpdateDefaultBranch: act('Change Default Branch', 'D', 'UpdateDefaultBranch', {
      ...inRepository,
      defaultBranchName: ask('defaultBranchName'),
    }),
    Delete: act('Delete', 'X', 'DeleteRepository', inRepository),
  },
  has: { EncryptionKey: to('kmsKeyId', 'kms.Key') },
};

const Branch: Kind = {
  identifiers: ['repositoryName', 'branchName'],
  description: ['commitId'],
  columns: [
    ['Branch', 'branchName'],
    ['Commit', 'commitId'],
  ],
  icon: 'git-branch',
  consoleUrl:
    '{c}/codesuite/codecommit/repositories/{repositoryName}/browse/refs/heads/{branchName|raw}?region={region}',
  load: { operation: 'GetBranch', params: ofBranch, path: 'branch' },
  hydrate: true,
  collections: { Files: files(identifier('branchName'), '/') },
  actions: {
    GetCommit: act('Show Commit', 'R', 'GetCommit', {
      ...inRepository,
      commitId: data('commitId'),
    }),
    Delete: act('Delete', 'X', 'DeleteBranch', ofBranch),
  },
};

const Folder: Kind = {
  identifiers: ['repositoryName', 'branchName', 'folderPath'],
  label: ['{folderPath|segment}'],
  columns: [
    ['Path', 'absolutePath'],
    ['Tree', 'treeId'],
  ],
  icon: 'folder',
  collections: { Files: files(identifier('branchName'), identifier('folderPath')) },
};

const File: Kind = {
  identifiers: ['repositoryName', 'branchName', 'filePath'],
  label: ['{filePath|segment}'],
  columns: [
    ['Path', 'absolutePath'],
    ['Mode', 'fileMode'],
    ['Blob', 'blobId'],
  ],
  icon: 'file',
  actions: {
    Get: act('Show Content', 'R', 'GetFile', {
      ...inRepository,
      commitSpecifier: identifier('branchName'),
      filePath: identifier('filePath'),
    }),
  },
};

const PullRequest: Kind = {
  identifiers: ['pullRequestId'],
  label: ['#{pullRequestId} {title}', '#{pullRequestId}'],
  state: 'pullRequestStatus',
  description: ['{pullRequestStatus|lower}', '{authorArn|last}', '{lastActivityDate|date}'],
  columns: [
    ['Title', 'title'],
    ['Status', 'pullRequestStatus'],
    ['From', 'pullRequestTargets[].sourceReference'],
    ['Into', 'pullRequestTargets[].destinationReference'],
    ['Author', '{authorArn|last}'],
    ['Created', '{creationDate|date}'],
    ['Active', '{lastActivityDate|date}'],
  ],
  icon: 'git-pull-request',
  load: { operation: 'GetPullRequest', params: ofRequest, path: 'pullRequest' },
  hydrate: true,
  actions: {
    DescribeEvents: act('Show Events', 'R', 'DescribePullRequestEvents', ofRequest),
    GetApprovals: act('Show Approvals', 'R', 'GetPullRequestApprovalStates', {
      ...ofRequest,
      revisionId: data('revisionId'),
    }),
    GetDifferences: act('Show Changed Files', 'R', 'GetDifferences', {
      repositoryName: data('pullRequestTargets[0].repositoryName'),
      beforeCommitSpecifier: data('pullRequestTargets[0].destinationCommit'),
      afterCommitSpecifier: data('pullRequestTargets[0].sourceCommit'),
    }),
    Approve: act('Approve', 'W', 'UpdatePullRequestApprovalState', {
      ...ofRequest,
      revisionId: data('revisionId'),
      approvalState: 'APPROVE',
    }),
    Merge: act('Merge by Fast-Forward', 'D', 'MergePullRequestByFastForward', merged),
    Squash: act('Squash and Merge', 'D', 'MergePullRequestBySquash', merged),
    // A closed pull request cannot be opened again.
    Close: act('Close', 'D', 'UpdatePullRequestStatus', {
      ...ofRequest,
      pullRequestStatus: 'CLOSED',
    }),
  },
  has: {
    Repositories: to('pullRequestTargets[].repositoryName', 'Repository'),
    Author: to('authorArn'),
  },
};

export const codecommit: ServiceKinds = {
  service: 'codecommit',
  title: 'CodeCommit',
  icon: 'repo',
  collections: {
    Repositories: {
      title: 'Repositories',
      operation: 'ListRepositories',
      items: [
        {
          kind: 'Repository',
          path: 'repositories[]',
          identifiers: { repositoryName: 'repositoryName' },
        },
      ],
    },
  },
  actions: {
    CreateRepository: {
      ...act('Create Repository', 'W', 'CreateRepository', {
        repositoryName: ask('repositoryName'),
      }),
      result: {
        kind: 'Repository',
        path: 'repositoryMetadata',
        identifiers: { repositoryName: 'repositoryName' },
      },
    },
  },
  kinds: { Repository, Branch, Folder, File, PullRequest },
};
