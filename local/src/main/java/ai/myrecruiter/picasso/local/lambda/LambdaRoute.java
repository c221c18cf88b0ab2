package ai.myrecruiter.picasso.local.lambda;

import ai.myrecruiter.picasso.local.wire.WireCall;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The place of an operation in the REST API. Source: the model of the service.
 *
 * @param template with labels in braces
 * @param status of an answer that does not name one
 */
record LambdaRoute(String operation, String method, String template, int status) {
  private static final String FUNCTION = "/2015-03-31/functions/{FunctionName}";

  /** The routes of the calls that the stage has. */
  static final List<LambdaRoute> ALL =
      List.of(
          new LambdaRoute("Invoke", "POST", FUNCTION + "/invocations", 200),
          new LambdaRoute("ListFunctions", "GET", "/2015-03-31/functions", 200),
          new LambdaRoute("CreateFunction", "POST", "/2015-03-31/functions", 201),
          new LambdaRoute("GetFunction", "GET", FUNCTION, 200),
          new LambdaRoute("DeleteFunction", "DELETE", FUNCTION, 204),
          new LambdaRoute("GetFunctionConfiguration", "GET", FUNCTION + "/configuration", 200),
          new LambdaRoute("UpdateFunctionConfiguration", "PUT", FUNCTION + "/configuration", 200),
          new LambdaRoute("UpdateFunctionCode", "PUT", FUNCTION + "/code", 200),
          new LambdaRoute("PublishVersion", "POST", FUNCTION + "/versions", 201),
          new LambdaRoute("ListVersionsByFunction", "GET", FUNCTION + "/versions", 200),
          new LambdaRoute("ListAliases", "GET", FUNCTION + "/aliases", 200),
          new LambdaRoute("CreateAlias", "POST", FUNCTION + "/aliases", 201),
          new LambdaRoute("GetAlias", "GET", FUNCTION + "/aliases/{Name}", 200),
          new LambdaRoute("UpdateAlias", "PUT", FUNCTION + "/aliases/{Name}", 200),
          new LambdaRoute("DeleteAlias", "DELETE", FUNCTION + "/aliases/{Name}", 204),
          new LambdaRoute("GetAccountSettings", "GET", "/2016-08-19/account-settings", 200),
          new LambdaRoute(
              "GetFunctionUrlConfig", "GET", "/2021-10-31/functions/{FunctionName}/url", 200),
          new LambdaRoute(
              "PutFunctionConcurrency",
              "PUT",
              "/2017-10-31/functions/{FunctionName}/concurrency",
              200),
          new LambdaRoute(
              "GetFunctionConcurrency",
              "GET",
              "/2019-09-30/functions/{FunctionName}/concurrency",
              200),
          new LambdaRoute(
              "DeleteFunctionConcurrency",
              "DELETE",
              "/2017-10-31/functions/{FunctionName}/concurrency",
              204));

  /** The labels of the path, if the call is for this operation. */
  Optional<Map<String, String>> labels(WireCall call) {
    var expected = Arrays.stream(template.split("/")).filter(part -> !part.isEmpty()).toList();
    var given = call.segments();
    if (!method.equals(call.method()) || expected.size() != given.size()) {
      return Optional.empty();
    }
    var labels = new HashMap<String, String>();
    for (int i = 0; i < given.size(); i++) {
      var part = expected.get(i);
      if (part.startsWith("{")) {
        labels.put(part.substring(1, part.length() - 1), given.get(i));
      } else if (!part.equals(given.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(labels);
  }
}
