package ai.myrecruiter.picasso.runtime.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;

/** A batch read may answer some keys and leave others: what is unread must not count as absent. */
final class PartialAnswersTest {
  private final DynamoDbClient table = LocalTables.create();
  private int requests;
  private int partialAnswers;
  private final Stage stage = new Stage(throttled(), LocalTables.TOKENS);

  @Test
  void keysThatAreLeftAreAskedForAgain() {
    var token = stage.issue(Purpose.STREAM).compact();
    stage.revocations.revoke(stage.verified(token));
    partialAnswers = 2;
    requests = 0;
    assertThat(stage.outcome(token, Purpose.STREAM, Stage.NORTH)).isEqualTo("revoked_token");
    assertThat(requests).isEqualTo(3);
  }

  @Test
  void keysThatStayUnreadLetNobodyIn() {
    var token = stage.issue(Purpose.STREAM).compact();
    partialAnswers = 3;
    requests = 0;
    assertThat(stage.outcome(token, Purpose.STREAM, Stage.NORTH)).isEqualTo("tokens_unavailable");
    assertThat(requests).isEqualTo(3);
  }

  @Test
  void aVerificationIsOneConsistentBatchRead() {
    var token = stage.issue(Purpose.STREAM).compact();
    requests = 0;
    stage.verified(token);
    assertThat(requests).isEqualTo(1);
  }

  /** The real table, but for batch reads that answer nothing for a while. */
  private DynamoDbClient throttled() {
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            DynamoDbClient.class.getClassLoader(),
            new Class<?>[] {DynamoDbClient.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("batchGetItem")) {
                return batch(arguments[0]);
              }
              try {
                return method.invoke(table, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @SuppressWarnings("unchecked")
  private BatchGetItemResponse batch(Object argument) {
    var builder = BatchGetItemRequest.builder();
    ((java.util.function.Consumer<BatchGetItemRequest.Builder>) argument).accept(builder);
    var request = builder.build();
    requests++;
    assertThat(request.requestItems()).containsOnlyKeys(LocalTables.TOKENS);
    for (var asked : request.requestItems().values()) {
      assertThat(asked.consistentRead()).isTrue();
      assertThat(asked.keys()).allSatisfy(key -> assertThat(key).containsKey("tenant"));
    }
    if (partialAnswers == 0) {
      return table.batchGetItem(request);
    }
    partialAnswers--;
    return BatchGetItemResponse.builder()
        .responses(new HashMap<String, List<Map<String, AttributeValue>>>())
        .unprocessedKeys(request.requestItems())
        .build();
  }
}
