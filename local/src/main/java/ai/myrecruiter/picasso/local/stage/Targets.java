package ai.myrecruiter.picasso.local.stage;

import ai.myrecruiter.picasso.local.lambda.FunctionTarget;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** How the event bus reaches state machines, functions and topics. */
final class Targets {
  private final Services services;

  Targets(Services services) {
    this.services = services;
  }

  void connect() {
    services.events.connect("states", services.starts);
    services.events.connect("lambda", new FunctionTarget(services.lambda));
    services.events.connect("sns", this::publish);
  }

  private CompletionStage<?> publish(String topicArn, String input) {
    return CompletableFuture.completedFuture(
        services.topics.publish(topicArn, Optional.empty(), input));
  }
}
