package ai.myrecruiter.picasso.runtime.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/**
 * What a function asks of DynamoDB, as IAM is asked for it: an action and a table, one for each
 * item of a transaction.
 */
public final class RecordedDynamoDb {
  private final Set<String> asked = new ConcurrentSkipListSet<>();

  /** The same client, listened to. */
  public DynamoDbClient over(DynamoDbClient client) {
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          if (isConvenience(method)) {
            return InvocationHandler.invokeDefault(proxy, method, arguments);
          }
          if (arguments != null && arguments[0] instanceof DynamoDbRequest request) {
            permissions(request).forEach(asked::add);
          }
          return invoke(client, method, arguments);
        };
    var type = DynamoDbClient.class;
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static boolean isConvenience(Method method) {
    return method.isDefault()
        && (method.getName().endsWith("Paginator")
            || (method.getParameterCount() > 0 && method.getParameterTypes()[0] == Consumer.class));
  }

  private static @Nullable Object invoke(
      Object client, Method method, Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(client, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  private static List<String> permissions(DynamoDbRequest request) {
    return switch (request) {
      case BatchGetItemRequest it ->
          it.requestItems().keySet().stream().map(table -> "BatchGetItem on " + table).toList();
      case TransactWriteItemsRequest it ->
          it.transactItems().stream().flatMap(RecordedDynamoDb::ofItem).toList();
      default ->
          List.of(
              request.getClass().getSimpleName().replaceFirst("Request$", "")
                  + " on "
                  + request.getValueForField("TableName", String.class).orElseThrow());
    };
  }

  private static Stream<String> ofItem(TransactWriteItem item) {
    return Stream.of(
            item.put() == null ? "" : "PutItem on " + item.put().tableName(),
            item.update() == null ? "" : "UpdateItem on " + item.update().tableName(),
            item.delete() == null ? "" : "DeleteItem on " + item.delete().tableName(),
            item.conditionCheck() == null
                ? ""
                : "ConditionCheckItem on " + item.conditionCheck().tableName())
        .filter(text -> !text.isEmpty());
  }

  /** Everything that was asked for so far, such as {@code GetItem on tenants}. */
  public Set<String> asked() {
    return new TreeSet<>(asked);
  }

  /**
   * What a role of the payload allows, by docs/roles.md, which infra's tests hold equal to the
   * templates.
   *
   * @param role {@code Chat} or {@code Streaming}
   */
  public static Set<String> allowed(String role) {
    var file = Path.of(System.getProperty("picasso.root", ".."), "docs/roles.md");
    try {
      var allowed = new TreeSet<String>();
      for (var line : Files.readAllLines(file)) {
        var cells = line.split(" \\| ", -1);
        if (line.startsWith("| payload | " + role + " |")) {
          for (var action : words("dynamodb:([A-Za-z]+)", cells[2])) {
            words("dynamodb table/([a-z-]+)", cells[3])
                .forEach(table -> allowed.add(action + " on " + table));
          }
        }
      }
      return allowed;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> words(String pattern, String cell) {
    return Pattern.compile(pattern).matcher(cell).results().map(it -> it.group(1)).toList();
  }
}
