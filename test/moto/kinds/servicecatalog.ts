import type { ServiceScenarios } from './scenario.ts';

const products = 'moto does not list products.';

export const scenarios: ServiceScenarios = {
  kinds: {
    Portfolio: {
      create: (stage) =>
        stage.make(stage.service, 'CreatePortfolio', {
          DisplayName: stage.unique('portfolio'),
          ProviderName: 'tests',
        }),
      loaded: { ProviderName: 'tests' },
    },
  },
  unserved: {
    'Portfolio.Products': products,
    'Portfolio.Principals': 'moto has no principals.',
    'Portfolio.ListConstraints': 'moto has no constraints.',
    'Portfolio.AddPrincipal': 'moto has no principals.',
    'Portfolio.AddProduct': products,
    ProvisionedProduct: 'moto provisions nothing.',
    Product: products,
    ProvisioningArtifact: products,
    Principal: 'moto has no principals.',
  },
};
