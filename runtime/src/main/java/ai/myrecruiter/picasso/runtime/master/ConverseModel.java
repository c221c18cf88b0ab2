package ai.myrecruiter.picasso.runtime.master;

import ai.myrecruiter.picasso.runtime.conversation.Fact;
import ai.myrecruiter.picasso.runtime.conversation.History;
import ai.myrecruiter.picasso.runtime.conversation.Role;
import ai.myrecruiter.picasso.runtime.telemetry.Level;
import ai.myrecruiter.picasso.runtime.telemetry.LogEvent;
import ai.myrecruiter.picasso.runtime.telemetry.LogLine;
import ai.myrecruiter.picasso.runtime.telemetry.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ConversationRole;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseResponse;
import software.amazon.awssdk.services.bedrockruntime.model.Message;
import software.amazon.awssdk.services.bedrockruntime.model.SystemContentBlock;

/** The model, by Bedrock's {@code Converse}, whose id comes from configuration. */
final class ConverseModel {
  private static final int MOST_TOKENS = 1_024;
  private static final String TASK =
      """
      You answer for a clinic's front desk. Be brief and friendly. Give no diagnosis; in an emergency say to call the emergency number.\
      """;
  private static final String FACTS =
      "Known from earlier in this conversation, without personal details:\n";

  private final BedrockRuntimeClient bedrock;
  private final String modelId;

  ConverseModel(BedrockRuntimeClient bedrock, String modelId) {
    this.bedrock = bedrock;
    this.modelId = modelId;
  }

  /**
   * The answer to a message.
   *
   * @throws Refusal if there is none
   */
  String answer(History history, String message, Invocation invocation) throws Refusal {
    String text;
    try {
      text = text(ask(history, message));
    } catch (SdkException e) {
      throw failed(invocation, e);
    }
    if (text.isBlank()) {
      throw failed(invocation, new IllegalStateException());
    }
    return text;
  }

  private static Refusal failed(Invocation invocation, Exception cause) {
    invocation.measures().count(Metric.MODEL_ERRORS, 1);
    invocation.telemetry().log(LogLine.of(Level.ERROR, LogEvent.MODEL).defect(cause));
    return new Refusal(ErrorCode.MODEL_UNAVAILABLE);
  }

  private ConverseResponse ask(History history, String message) {
    return bedrock.converse(request ->
        request
            .modelId(modelId)
            .system(system(history))
            .messages(messages(history, message))
            .inferenceConfig(inference -> inference.maxTokens(MOST_TOKENS)));
  }

  private static List<SystemContentBlock> system(History history) {
    var blocks = new ArrayList<SystemContentBlock>();
    blocks.add(SystemContentBlock.fromText(TASK));
    if (!history.earlierFacts().isEmpty()) {
      blocks.add(SystemContentBlock.fromText(FACTS + facts(history.earlierFacts())));
    }
    return blocks;
  }

  private static String facts(List<Fact> facts) {
    return facts.stream()
        .map(fact -> (fact.role() == Role.USER ? "asked: " : "told: ") + fact.text().value())
        .collect(Collectors.joining("\n"));
  }

  /** Turns must alternate; what two requests said at once becomes one turn. */
  private static List<Message> messages(History history, String message) {
    var turns = new ArrayList<Message>();
    history.messages().stream()
        .dropWhile(said -> said.role() != Role.USER)
        .forEach(said -> add(turns, message(said.role(), said.text())));
    add(turns, message(Role.USER, message));
    return turns;
  }

  private static void add(List<Message> turns, Message next) {
    if (turns.isEmpty() || turns.getLast().role() != next.role()) {
      turns.add(next);
      return;
    }
    var contents = new ArrayList<>(turns.removeLast().content());
    contents.addAll(next.content());
    turns.add(next.toBuilder().content(contents).build());
  }

  private static Message message(Role role, String text) {
    return Message.builder()
        .role(role == Role.USER ? ConversationRole.USER : ConversationRole.ASSISTANT)
        .content(ContentBlock.fromText(text))
        .build();
  }

  private static String text(ConverseResponse response) {
    return response.output() == null || response.output().message() == null
        ? ""
        : response.output().message().content().stream()
            .filter(block -> block.text() != null)
            .map(ContentBlock::text)
            .collect(Collectors.joining());
  }
}
