import type { CollectionRule, Kind, ServiceKinds } from '../core/resources/kind.ts';
import { ask, data, identifier, type Params, text } from '../core/resources/sources.ts';
import { act, to } from './rules.ts';

const id = identifier('Id');
const ofPortfolio = { PortfolioId: id };
const ofProduct = { ProductId: identifier('ProductId') };
const ofProvisioned = { ProvisionedProductId: id };

/** Without a level AWS lists only what the caller provisioned. */
function provisioned(title: string, Key: 'Account' | 'User', params: Params = {}): CollectionRule {
  return {
    title,
    operation: 'SearchProvisionedProducts',
    params: { AccessLevelFilter: { Key, Value: 'self' }, ...params },
    tokens: { input: 'PageToken', output: 'NextPageToken' },
    items: [
      { kind: 'ProvisionedProduct', path: 'ProvisionedProducts[]', identifiers: { Id: 'Id' } },
    ],
  };
}

function products(params: Params = {}): CollectionRule {
  return {
    title: 'Products',
    operation: 'SearchProductsAsAdmin',
    params,
    items: [
      {
        kind: 'Product',
        path: 'ProductViewDetails[]',
        identifiers: { ProductId: 'ProductViewSummary.ProductId' },
      },
    ],
  };
}

const ProvisionedProduct: Kind = {
  identifiers: ['Id'],
  idPattern: '^pp-[0-9a-z]{13}$',
  label: ['Name', 'Id'],
  state: 'Status',
  description: ['Status', 'ProductName'],
  columns: [
    ['ID', 'Id'],
    ['Status', 'Status'],
    ['Because', 'StatusMessage'],
    ['Type', 'Type'],
    ['Product', 'ProductName'],
    ['Version', 'ProvisioningArtifactName'],
    ['Provisioned by', '{UserArnSession|last}'],
    ['Created', '{CreatedTime|date}'],
  ],
  icon: 'package',
  arn: 'Arn',
  arnPattern: 'arn:{partition}:servicecatalog:{region}:{account}:stack/{*}/{Id}',
  load: {
    operation: 'DescribeProvisionedProduct',
    params: { Id: id },
    path: 'ProvisionedProductDetail',
  },
  actions: {
    GetOutputs: act('Show Outputs', 'R', 'GetProvisionedProductOutputs', ofProvisioned),
    GetLastRecord: act('Show Last Record', 'R', 'DescribeRecord', { Id: data('LastRecordId') }),
    Update: act('Update', 'D', 'UpdateProvisionedProduct', {
      ...ofProvisioned,
      ProvisioningArtifactId: ask('ProvisioningArtifactId'),
      ProvisioningParameters: ask('ProvisioningParameters'),
    }),
    Terminate: act('Terminate', 'X', 'TerminateProvisionedProduct', ofProvisioned),
  },
  has: {
    Product: to('ProductId', 'Product'),
    Stack: to('PhysicalId', 'cloudformation.Stack'),
    LaunchRole: to('LaunchRoleArn', 'iam.Role'),
    Version: {
      member: 'ProvisioningArtifactId',
      kind: 'ProvisioningArtifact',
      identifiers: { ProductId: data('ProductId') },
    },
  },
};

const Portfolio: Kind = {
  identifiers: ['Id'],
  idPattern: '^port-[0-9a-z]{13}$',
  label: ['DisplayName', 'Id'],
  description: ['ProviderName'],
  columns: [
    ['ID', 'Id'],
    ['Description', 'Description'],
    ['Provider', 'ProviderName'],
    ['Created', '{CreatedTime|date}'],
  ],
  icon: 'briefcase',
  arn: 'ARN',
  arnPattern: 'arn:{partition}:catalog:{region}:{account}:portfolio/{Id}',
  consoleUrl: '{c}/servicecatalog/home?region={region}#portfolios/{Id}',
  load: { operation: 'DescribePortfolio', params: { Id: id }, path: 'PortfolioDetail' },
  collections: {
    Products: products(ofPortfolio),
    Principals: {
      title: 'Principals',
      operation: 'ListPrincipalsForPortfolio',
      params: ofPortfolio,
      items: [
        {
          kind: 'Principal',
          path: 'Principals[]',
          identifiers: {
            ...ofPortfolio,
            PrincipalType: 'PrincipalType',
            PrincipalARN: 'PrincipalARN',
          },
        },
      ],
    },
  },
  actions: {
    ListConstraints: act('Show Constraints', 'R', 'ListConstraintsForPortfolio', ofPortfolio),
    AddPrincipal: act('Grant Access', 'D', 'AssociatePrincipalWithPortfolio', {
      ...ofPortfolio,
      PrincipalARN: ask('PrincipalARN'),
      PrincipalType: 'IAM',
    }),
    AddProduct: act('Add Product', 'W', 'AssociateProductWithPortfolio', {
      ...ofPortfolio,
      ProductId: ask('ProductId'),
    }),
    Delete: act('Delete', 'X', 'DeletePortfolio', { Id: id }),
  },
};

const Product: Kind = {
  identifiers: ['ProductId'],
  idPattern: '^prod-[0-9a-z]{13}$',
  label: ['ProductViewSummary.Name', 'ProductId'],
  state: 'Status',
  description: ['ProductViewSummary.Owner', '{Status|swap:AVAILABLE=}'],
  columns: [
    ['ID', 'ProductId'],
    ['Status', 'Status'],
    ['Type', 'ProductViewSummary.Type'],
    ['Owner', 'ProductViewSummary.Owner'],
    ['Distributor', 'ProductViewSummary.Distributor'],
    ['Description', 'ProductViewSummary.ShortDescription'],
    ['Created', '{CreatedTime|date}'],
  ],
  icon: 'package',
  arn: 'ProductARN',
  arnPattern: 'arn:{partition}:catalog:{region}:{account}:product/{ProductId}',
  consoleUrl: '{c}/servicecatalog/home?region={region}#admin-products/{ProductId}',
  load: {
    operation: 'DescribeProductAsAdmin',
    params: { Id: identifier('ProductId') },
    path: 'ProductViewDetail',
  },
  collections: {
    Versions: {
      title: 'Versions',
      operation: 'ListProvisioningArtifacts',
      params: ofProduct,
      items: [
        {
          kind: 'ProvisioningArtifact',
          path: 'ProvisioningArtifactDetails[]',
          identifiers: { ...ofProduct, ProvisioningArtifactId: 'Id' },
        },
      ],
    },
    Portfolios: {
      title: 'Portfolios',
      operation: 'ListPortfoliosForProduct',
      params: ofProduct,
      items: [{ kind: 'Portfolio', path: 'PortfolioDetails[]', identifiers: { Id: 'Id' } }],
    },
    ProvisionedProducts: provisioned('Provisioned Products', 'Account', {
      Filters: { SearchQuery: [text('productId:{ProductId}')] },
    }),
  },
  actions: {
    ListLaunchPaths: act('Show Launch Paths', 'R', 'ListLaunchPaths', ofProduct),
    Provision: act('Provision', 'D', 'ProvisionProduct', {
      ...ofProduct,
      ProvisioningArtifactId: ask('ProvisioningArtifactId'),
      ProvisionedProductName: ask('ProvisionedProductName'),
      ProvisioningParameters: ask('ProvisioningParameters'),
    }),
    Delete: act('Delete', 'X', 'DeleteProduct', { Id: identifier('ProductId') }),
  },
};

const ProvisioningArtifact: Kind = {
  identifiers: ['ProductId', 'ProvisioningArtifactId'],
  label: ['Name', 'ProvisioningArtifactId'],
  description: ['{Active|if:/inactive}', '{Guidance|swap:DEFAULT=}', '{CreatedTime|date}'],
  columns: [
    ['ID', 'ProvisioningArtifactId'],
    ['Description', 'Description'],
    ['Type', 'Type'],
    ['Active', '{Active|if:yes/no}'],
    ['Guidance', 'Guidance'],
    ['Created', '{CreatedTime|date}'],
  ],
  icon: 'versions',
  load: {
    operation: 'DescribeProvisioningArtifact',
    params: {
      ...ofProduct,
      ProvisioningArtifactId: identifier('ProvisioningArtifactId'),
    },
    path: 'ProvisioningArtifactDetail',
  },
  actions: {
    Delete: act('Delete', 'X', 'DeleteProvisioningArtifact', {
      ...ofProduct,
      ProvisioningArtifactId: identifier('ProvisioningArtifactId'),
    }),
  },
};

const Principal: Kind = {
  identifiers: ['PortfolioId', 'PrincipalType', 'PrincipalARN'],
  label: ['{PrincipalARN|last}'],
  description: ['PrincipalType'],
  columns: [
    ['ARN', 'PrincipalARN'],
    ['Type', 'PrincipalType'],
  ],
  icon: 'person',
  actions: {
    Remove: act('Take Access', 'D', 'DisassociatePrincipalFromPortfolio', {
      PortfolioId: identifier('PortfolioId'),
      PrincipalARN: identifier('PrincipalARN'),
      PrincipalType: identifier('PrincipalType'),
    }),
  },
  has: { Principal: to('PrincipalARN') },
};

export const servicecatalog: ServiceKinds = {
  service: 'servicecatalog',
  title: 'Service Catalog',
  icon: 'briefcase',
  collections: {
    ProvisionedProducts: provisioned('Provisioned Products', 'Account'),
    OwnProvisionedProducts: provisioned('My Provisioned Products', 'User'),
    Portfolios: {
      title: 'Portfolios',
      operation: 'ListPortfolios',
      items: [{ kind: 'Portfolio', path: 'PortfolioDetails[]', identifiers: { Id: 'Id' } }],
    },
    Products: products(),
  },
  actions: {
    CreatePortfolio: {
      ...act('Create Portfolio', 'W', 'CreatePortfolio', {
        DisplayName: ask('DisplayName'),
        ProviderName: ask('ProviderName'),
      }),
      result: { kind: 'Portfolio', path: 'PortfolioDetail', identifiers: { Id: 'Id' } },
    },
  },
  kinds: { ProvisionedProduct, Portfolio, Product, ProvisioningArtifact, Principal },
};
