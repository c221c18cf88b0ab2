package ai.myrecruiter.picasso.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ErrorOutputTest {
  @Test
  void saysTheExceptionsMessageUnderItsSimpleName() {
    assertThat(
            ErrorOutput.sentence(
                """
                {"Error":"ai.myrecruiter.picasso.workflows.lease.LeaseHeld","Cause":"{\\"errorMessage\\":\\"staging is owned by r-1\\",\\"errorType\\":\\"x\\"}"}
                """))
        .isEqualTo("LeaseHeld: staging is owned by r-1");
  }

  @Test
  void saysATimeoutThatHasNoCause() {
    assertThat(ErrorOutput.sentence("{\"Error\":\"States.Timeout\"}")).isEqualTo("Timeout");
  }

  @Test
  void keepsACauseThatIsPlainText() {
    assertThat(
            ErrorOutput.sentence(
                "{\"Error\":\"Sandbox.Timedout\",\"Cause\":\"Task timed out after 3.00 seconds\"}"))
        .isEqualTo("Timedout: Task timed out after 3.00 seconds");
  }

  @Test
  void leavesAnyOtherTextAsItIs() {
    assertThat(ErrorOutput.sentence("asked by hand")).isEqualTo("asked by hand");
  }
}
