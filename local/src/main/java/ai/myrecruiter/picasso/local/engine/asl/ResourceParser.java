package ai.myrecruiter.picasso.local.engine.asl;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the Resource of a Task. */
record ResourceParser(Fields fields) {
  private static final Pattern FUNCTION =
      Pattern.compile(
          "arn:aws[\\w-]*:lambda:[a-z0-9-]+:\\d{12}:function:[\\w-]{1,64}(:[\\w$-]{1,128})?");
  private static final Pattern INTEGRATION =
      Pattern.compile(
          "arn:aws[\\w-]*:states:[a-z0-9-]*:\\d*:([\\w-]+):([\\w-]+)((\\.[\\w]+(:2)?)?)");

  private static final Map<String, Set<Resource.Pattern>> SUPPORTED =
      Map.of(
          "lambda:invoke",
          Set.of(Resource.Pattern.REQUEST_RESPONSE, Resource.Pattern.WAIT_FOR_TASK_TOKEN),
          "states:startExecution",
          Set.of(Resource.Pattern.values()));

  Resource parse() {
    var text = fields.text("Resource");
    if (FUNCTION.matcher(text).matches()) {
      return new Resource.Function(text);
    }
    var matcher = INTEGRATION.matcher(text);
    if (matcher.matches()) {
      var integration = integration(matcher.group(1), matcher.group(2), matcher.group(3));
      if (integration.isPresent()) {
        return integration.get();
      }
    }
    if (fields.has("Resource")) {
      fields.schema(
          "Resource",
          "The resource provided %s is not recognized. The value is not a valid resource ARN, or the resource is not available in this region."
              .formatted(text));
    }
    return new Resource.Function(text);
  }

  private static Optional<Resource> integration(String service, String action, String suffix) {
    var patterns = SUPPORTED.getOrDefault(service + ":" + action, Set.of());
    return Arrays.stream(Resource.Pattern.values())
        .sorted(Comparator.reverseOrder())
        .filter(pattern -> pattern.suffix().equals(suffix) && patterns.contains(pattern))
        .findFirst()
        .map(pattern -> new Resource.Integration(service, action, pattern));
  }
}
