package ai.myrecruiter.picasso.cli.local;

import ai.myrecruiter.picasso.cli.output.TextTable;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a stage is reached.
 *
 * @param aws all services
 * @param sfn Step Functions, AWS JSON 1.0
 * @param lambda Lambda, REST JSON
 * @param dynamoDb DynamoDB
 * @param functionUrl the payload's Function URL on alias {@code live}, once it is deployed
 * @param page the chat page
 */
public record StageEndpoints(
    URI aws, URI sfn, URI lambda, URI dynamoDb, Optional<URI> functionUrl, URI page) {
  private static final String DUMMY = "local";
  private static final String NOT_DEPLOYED = "-";

  /** The variables that lead the AWS SDKs, the AWS CLI and {@code picasso} to the stage. */
  public Map<String, String> variables() {
    var variables = new LinkedHashMap<String, String>();
    variables.put("AWS_ENDPOINT_URL", aws.toString());
    variables.put("AWS_ENDPOINT_URL_SFN", sfn.toString());
    variables.put("AWS_ENDPOINT_URL_LAMBDA", lambda.toString());
    variables.put("AWS_ENDPOINT_URL_DYNAMODB", dynamoDb.toString());
    variables.put("AWS_REGION", "us-east-1");
    variables.put("AWS_ACCESS_KEY_ID", DUMMY);
    variables.put("AWS_SECRET_ACCESS_KEY", DUMMY);
    variables.put("PICASSO_ENV", "staging");
    return variables;
  }

  List<String> lines() {
    var lines = new ArrayList<String>();
    lines.addAll(
        new TextTable("SERVICE", "ENDPOINT")
            .row("AWS", aws.toString())
            .row("Step Functions", sfn.toString())
            .row("Lambda", lambda.toString())
            .row("DynamoDB", dynamoDb.toString())
            .row("Function URL", functionUrl.map(URI::toString).orElse(NOT_DEPLOYED))
            .row("Chat page", page.toString())
            .lines());
    lines.add("");
    lines.add("Paste this into another terminal:");
    lines.add("");
    variables().forEach((name, value) -> lines.add("export %s=%s".formatted(name, value)));
    return lines;
  }

  /** The same as data. */
  Map<String, Object> data() {
    var data = new LinkedHashMap<String, Object>();
    data.put("aws", aws.toString());
    data.put("sfn", sfn.toString());
    data.put("lambda", lambda.toString());
    data.put("dynamoDb", dynamoDb.toString());
    functionUrl.ifPresent(url -> data.put("functionUrl", url.toString()));
    data.put("page", page.toString());
    data.put("variables", variables());
    return data;
  }
}
