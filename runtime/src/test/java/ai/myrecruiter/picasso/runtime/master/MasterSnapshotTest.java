package ai.myrecruiter.picasso.runtime.master;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import ai.myrecruiter.picasso.runtime.crac.Core;
import ai.myrecruiter.picasso.runtime.priming.Priming;
import java.util.HashMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class MasterSnapshotTest {
  @BeforeAll
  static void takeOurContext() {
    System.setProperty("org.crac.Core.Compat", Core.class.getPackageName());
  }

  @Test
  void answersItselfByEveryPartOfARequest() {
    assertThatCode(MasterHandler::prime).doesNotThrowAnyException();
  }

  @Test
  void closesItsClientsBeforeASnapshotAndAnswersByOthersAfterIt() throws Exception {
    try (var priming = Priming.begin()) {
      var environment = new HashMap<>(priming.environment());
      environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
      var handler = new MasterHandler(environment);
      var before = Clients.of(environment);
      Core.getGlobalContext().beforeCheckpoint(Core.getGlobalContext());
      Core.getGlobalContext().afterRestore(Core.getGlobalContext());
      var after = Clients.of(environment);
      assertThat(after.dynamoDb()).isNotSameAs(before.dynamoDb());
      assertThat(after.bedrock()).isNotSameAs(before.bedrock());
      assertThatCode(() -> priming.ask(handler, "chat")).doesNotThrowAnyException();
      Clients.close(environment);
    }
  }
}
