package ai.myrecruiter.picasso.local.engine.asl;

import static ai.myrecruiter.picasso.local.engine.asl.Resource.Pattern.REQUEST_RESPONSE;
import static ai.myrecruiter.picasso.local.engine.asl.Resource.Pattern.SYNC;
import static ai.myrecruiter.picasso.local.engine.asl.Resource.Pattern.SYNC_2;
import static ai.myrecruiter.picasso.local.engine.asl.Resource.Pattern.WAIT_FOR_TASK_TOKEN;

import ai.myrecruiter.picasso.local.engine.asl.Resource.Pattern;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The optimized integrations of the service, by {@code service:action}, with their patterns.
 * Source: the developer guide, "Integrating optimized services".
 */
final class Integrations {
  private static final Map<String, Set<Pattern>> KNOWN = known();

  private Integrations() {}

  /** The patterns of an action; none when the service has no such integration. */
  static Set<Pattern> patterns(String service, String action) {
    return service.equals("aws-sdk")
        ? Set.of(REQUEST_RESPONSE, WAIT_FOR_TASK_TOKEN)
        : KNOWN.getOrDefault(service + ":" + action, Set.of());
  }

  /** Whether the stage has somebody who does it. */
  static boolean isOfTheStage(String service, String action) {
    return Set.of("lambda:invoke", "states:startExecution").contains(service + ":" + action);
  }

  private static Map<String, Set<Pattern>> known() {
    var request = Set.of(REQUEST_RESPONSE);
    var job = Set.of(REQUEST_RESPONSE, SYNC);
    var token = Set.of(REQUEST_RESPONSE, WAIT_FOR_TASK_TOKEN);
    var all = Set.of(REQUEST_RESPONSE, SYNC, WAIT_FOR_TASK_TOKEN);
    var known = new HashMap<String, Set<Pattern>>();
    add(known, token, "lambda", "invoke");
    add(
        known,
        Set.of(REQUEST_RESPONSE, SYNC, SYNC_2, WAIT_FOR_TASK_TOKEN),
        "states",
        "startExecution");
    add(known, token, "apigateway", "invoke");
    add(known, job, "athena", "startQueryExecution");
    add(known, request, "athena", "stopQueryExecution", "getQueryExecution", "getQueryResults");
    add(known, job, "batch", "submitJob");
    add(known, token, "bedrock", "invokeModel");
    add(known, job, "bedrock", "createModelCustomizationJob");
    add(known, job, "codebuild", "startBuild", "startBuildBatch", "retryBuild", "retryBuildBatch");
    add(
        known,
        request,
        "codebuild",
        "stopBuild",
        "stopBuildBatch",
        "batchDeleteBuilds",
        "batchGetReports");
    add(known, request, "dynamodb", "getItem", "putItem", "updateItem", "deleteItem");
    add(known, all, "ecs", "runTask");
    add(known, all, "eks", "call", "runJob");
    add(
        known,
        job,
        "eks",
        "createCluster",
        "deleteCluster",
        "createNodegroup",
        "deleteNodegroup",
        "createFargateProfile",
        "deleteFargateProfile");
    add(known, job, "elasticmapreduce", "createCluster", "terminateCluster", "addStep");
    add(
        known,
        request,
        "elasticmapreduce",
        "setClusterTerminationProtection",
        "cancelStep",
        "modifyInstanceFleetByName",
        "modifyInstanceGroupByName");
    add(
        known,
        job,
        "emr-containers",
        "createVirtualCluster",
        "deleteVirtualCluster",
        "startJobRun");
    add(
        known,
        job,
        "emr-serverless",
        "createApplication",
        "startApplication",
        "stopApplication",
        "deleteApplication",
        "startJobRun",
        "cancelJobRun");
    add(known, token, "events", "putEvents");
    add(known, job, "glue", "startJobRun");
    add(known, job, "databrew", "startJobRun");
    add(known, request, "http", "invoke");
    add(known, job, "mediaconvert", "createJob");
    add(
        known,
        job,
        "sagemaker",
        "createTrainingJob",
        "createTransformJob",
        "createProcessingJob",
        "createHyperParameterTuningJob",
        "createLabelingJob");
    add(
        known,
        request,
        "sagemaker",
        "createModel",
        "createEndpoint",
        "createEndpointConfig",
        "updateEndpoint");
    add(known, token, "sns", "publish");
    add(known, token, "sqs", "sendMessage");
    return Map.copyOf(known);
  }

  private static void add(
      Map<String, Set<Pattern>> known, Set<Pattern> patterns, String service, String... actions) {
    for (var action : actions) {
      known.put(service + ":" + action, patterns);
    }
  }
}
