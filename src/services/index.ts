// What the tree knows of each service, one file a service. Adding a service is a file and a line here.

import type { ServiceKinds } from '../core/resources/kind.ts';
import { accessanalyzer } from './accessanalyzer.ts';
import { acm } from './acm.ts';
import { amplify } from './amplify.ts';
import { apigateway } from './apigateway.ts';
import { apigatewayv2 } from './apigatewayv2.ts';
import { appconfig } from './appconfig.ts';
import { apprunner } from './apprunner.ts';
import { appsync } from './appsync.ts';
import { athena } from './athena.ts';
import { autoscaling } from './autoscaling.ts';
import { backup } from './backup.ts';
import { batch } from './batch.ts';
import { bedrock } from './bedrock.ts';
import { bedrockAgent } from './bedrockAgent.ts';
import { budgets } from './budgets.ts';
import { ce } from './ce.ts';
import { cloudformation } from './cloudformation/index.ts';
import { cloudfront } from './cloudfront.ts';
import { cloudtrail } from './cloudtrail.ts';
import { cloudwatch } from './cloudwatch.ts';
import { codeartifact } from './codeartifact.ts';
import { codebuild } from './codebuild.ts';
import { codecommit } from './codecommit.ts';
import { codedeploy } from './codedeploy.ts';
import { codepipeline } from './codepipeline.ts';
import { cognitoIdentity } from './cognitoIdentity.ts';
import { cognitoIdp } from './cognitoIdp.ts';
import { config } from './config.ts';
import { datasync } from './datasync.ts';
import { directconnect } from './directconnect.ts';
import { dynamodb } from './dynamodb.ts';
import { ec2 } from './ec2/index.ts';
import { ecr } from './ecr.ts';
import { ecs } from './ecs/index.ts';
import { efs } from './efs.ts';
import { eks } from './eks.ts';
import { elasticache } from './elasticache.ts';
import { elasticbeanstalk } from './elasticbeanstalk.ts';
import { elb } from './elb.ts';
import { elbv2 } from './elbv2.ts';
import { emr } from './emr.ts';
import { emrServerless } from './emrServerless.ts';
import { events } from './events.ts';
import { firehose } from './firehose.ts';
import { fsx } from './fsx.ts';
import { glacier } from './glacier.ts';
import { globalaccelerator } from './globalaccelerator.ts';
import { glue } from './glue/index.ts';
import { guardduty } from './guardduty.ts';
import { iam } from './iam/index.ts';
import { identitystore } from './identitystore.ts';
import { iot } from './iot/index.ts';
import { kafka } from './kafka.ts';
import { kinesis } from './kinesis.ts';
import { kms } from './kms.ts';
import { lambda } from './lambda/index.ts';
import { lightsail } from './lightsail.ts';
import { logs } from './logs.ts';
import { memorydb } from './memorydb.ts';
import { mq } from './mq.ts';
import { networkFirewall } from './networkFirewall.ts';
import { opensearch } from './opensearch.ts';
import { organizations } from './organizations.ts';
import { pipes } from './pipes.ts';
import { rds } from './rds/index.ts';
import { redshift } from './redshift.ts';
import { redshiftServerless } from './redshiftServerless.ts';
import { resourceGroups } from './resourceGroups.ts';
import { route53 } from './route53.ts';
import { route53resolver } from './route53resolver.ts';
import { s3 } from './s3/index.ts';
import { s3control } from './s3control.ts';
import { sagemaker } from './sagemaker/index.ts';
import { scheduler } from './scheduler.ts';
import { secretsmanager } from './secretsmanager.ts';
import { securityhub } from './securityhub.ts';
import { servicecatalog } from './servicecatalog.ts';
import { servicediscovery } from './servicediscovery.ts';
import { serviceQuotas } from './serviceQuotas.ts';
import { sesv2 } from './sesv2.ts';
import { sns } from './sns.ts';
import { sqs } from './sqs.ts';
import { ssm } from './ssm/index.ts';
import { ssoAdmin } from './ssoAdmin.ts';
import { stepfunctions } from './stepfunctions.ts';
import { synthetics } from './synthetics.ts';
import { transfer } from './transfer.ts';
import { wafv2 } from './wafv2.ts';
import { xray } from './xray.ts';

/** In the order of their titles. */
export const declaredServices: readonly ServiceKinds[] = [
  amplify,
  apigatewayv2,
  apigateway,
  apprunner,
  appconfig,
  appsync,
  athena,
  backup,
  batch,
  bedrock,
  bedrockAgent,
  budgets,
  acm,
  servicediscovery,
  cloudformation,
  cloudfront,
  cloudtrail,
  cloudwatch,
  logs,
  synthetics,
  codeartifact,
  codebuild,
  codecommit,
  codedeploy,
  codepipeline,
  cognitoIdentity,
  cognitoIdp,
  config,
  ce,
  firehose,
  datasync,
  directconnect,
  dynamodb,
  ec2,
  autoscaling,
  ecr,
  ecs,
  efs,
  eks,
  elasticbeanstalk,
  elbv2,
  elb,
  elasticache,
  emr,
  emrServerless,
  events,
  pipes,
  scheduler,
  fsx,
  globalaccelerator,
  glue,
  guardduty,
  iam,
  accessanalyzer,
  ssoAdmin,
  identitystore,
  iot,
  kinesis,
  kms,
  lambda,
  lightsail,
  memorydb,
  mq,
  kafka,
  networkFirewall,
  opensearch,
  organizations,
  rds,
  redshift,
  redshiftServerless,
  resourceGroups,
  route53,
  route53resolver,
  s3,
  s3control,
  glacier,
  sagemaker,
  secretsmanager,
  securityhub,
  servicecatalog,
  serviceQuotas,
  sesv2,
  sns,
  sqs,
  stepfunctions,
  ssm,
  transfer,
  wafv2,
  xray,
];
