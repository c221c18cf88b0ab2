package ai.myrecruiter.picasso.runtime.streaming;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ConversationRole;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponseHandler;
import software.amazon.awssdk.services.bedrockruntime.model.Message;
import software.amazon.awssdk.services.bedrockruntime.model.SystemContentBlock;

/**
 * Bedrock's model. The client is made when it is first needed and closed before a snapshot, which
 * must hold no socket.
 */
final class Model implements AutoCloseable {
  private final ModelSettings settings;
  private final BedrockClients clients;
  private @org.jspecify.annotations.Nullable BedrockRuntimeAsyncClient client;

  Model(ModelSettings settings, BedrockClients clients) {
    this.settings = settings;
    this.clients = clients;
  }

  /** Starts one call; what comes of it goes to the handler. */
  CompletableFuture<Void> converse(Prompt prompt, ConverseStreamResponseHandler handler) {
    return client().converseStream(request(prompt), handler);
  }

  private synchronized BedrockRuntimeAsyncClient client() {
    if (client == null) {
      client = clients.create();
    }
    return client;
  }

  private ConverseStreamRequest request(Prompt prompt) {
    return ConverseStreamRequest.builder()
        .modelId(settings.modelId())
        .system(prompt.system().stream().map(SystemContentBlock::fromText).toList())
        .messages(messages(prompt))
        .inferenceConfig(inference -> inference.maxTokens(settings.mostTokens()))
        .build();
  }

  private static List<Message> messages(Prompt prompt) {
    return prompt.turns().stream()
        .map(turn ->
            Message.builder()
                .role(turn.byUser() ? ConversationRole.USER : ConversationRole.ASSISTANT)
                .content(ContentBlock.fromText(turn.text()))
                .build())
        .toList();
  }

  String instructions() {
    return settings.instructions();
  }

  /** Closes the client and its sockets; the next call makes another. */
  @Override
  public synchronized void close() {
    if (client != null) {
      client.close();
      client = null;
    }
  }
}
