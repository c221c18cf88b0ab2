package ai.myrecruiter.picasso.local.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.Optional;

/**
 * The names of a stack that stand for a value before any resource exists.
 *
 * @param parameters the template's parameters
 */
record StackValues(Account account, String stack, Map<String, JsonNode> parameters) {
  StackValues {
    parameters = Map.copyOf(parameters);
  }

  /** The value of a parameter or pseudo parameter, empty when it is neither. */
  Optional<JsonNode> find(String name) {
    return switch (name) {
      case "AWS::NoValue" -> Optional.of(MissingNode.getInstance());
      case "AWS::NotificationARNs" -> Optional.of(JsonNodeFactory.instance.arrayNode());
      case "AWS::AccountId" -> text(account.id());
      case "AWS::Region" -> text(account.region());
      case "AWS::Partition" -> text("aws");
      case "AWS::URLSuffix" -> text("amazonaws.com");
      case "AWS::StackName" -> text(stack);
      case "AWS::StackId" ->
          text(
              account.arn(
                  "cloudformation", "stack/" + stack + "/00000000-0000-0000-0000-000000000000"));
      default -> Optional.ofNullable(parameters.get(name));
    };
  }

  private static Optional<JsonNode> text(String value) {
    return Optional.of(TextNode.valueOf(value));
  }
}
