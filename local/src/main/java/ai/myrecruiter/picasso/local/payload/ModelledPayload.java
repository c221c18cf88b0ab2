package ai.myrecruiter.picasso.local.payload;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.List;

/**
 * The master function in virtual time, where no code may wait for a network: answers as {@link
 * ModelledAnswer} says and publishes the metrics that the master publishes of a request without a
 * token, under the same dimensions; tokens it neither issues nor counts. What a rehearsal needs of
 * the payload is whether it answers; how a version fails is the stage's to say, by faults.
 */
public final class ModelledPayload implements RequestStreamHandler {
  /** The handler that this stands in for. */
  public static final String HANDLER =
      "ai.myrecruiter.picasso.runtime.master.MasterHandler::handleRequest";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final List<String> COUNTS =
      List.of(
          "Requests",
          "ServerErrors",
          "CrossTenantAttempts",
          "TokensIssued",
          "TokensRefreshed",
          "TokensRevoked",
          "TokensRejected");
  private final ModelledMetrics metrics;

  /** A payload on a clock. */
  public ModelledPayload(InstantSource clock) {
    this.metrics = new ModelledMetrics(clock, COUNTS);
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    var answer = ModelledAnswer.to(event(input), context);
    metrics.log(context, answer.status());
    JSON.writeValue(
        output, answer.isDirect() ? answer.body() : answer.envelope(context.getFunctionVersion()));
  }

  /** The event; what is no JSON is an event without anything in it. */
  private static JsonNode event(InputStream input) throws IOException {
    try {
      return JSON.readTree(input);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }
}
