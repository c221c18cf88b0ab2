package ai.myrecruiter.picasso.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import ai.myrecruiter.picasso.workflows.lease.Lease;
import org.junit.jupiter.api.Test;

final class LastDocumentTest {
  private static final String STAGING = text(Environment.STAGING);
  private static final String PRODUCTION = text(Environment.PRODUCTION);
  private final LastDocument<Lease> last = new LastDocument<>(Lease.class);

  private static String text(Environment environment) {
    return Contracts.write(Lease.never(environment));
  }

  @Test
  void takesTheSameTextApartOnce() {
    var first = last.read(STAGING);
    assertThat(last.read(String.valueOf(STAGING.toCharArray()))).isSameAs(first);
  }

  @Test
  void readsAnyOtherText() {
    last.read(STAGING);
    assertThat(last.read(PRODUCTION)).isEqualTo(Lease.never(Environment.PRODUCTION));
    assertThat(last.read(STAGING)).isEqualTo(Lease.never(Environment.STAGING));
  }

  @Test
  void knowsWhatWasWritten() {
    var lease = Lease.never(Environment.PRODUCTION);
    last.written(PRODUCTION, lease);
    assertThat(last.read(PRODUCTION)).isSameAs(lease);
  }

  @Test
  void refusesWhatIsNoDocumentAndStillKnowsTheLast() {
    var first = last.read(STAGING);
    assertThatThrownBy(() -> last.read("{}")).isInstanceOf(InvalidInput.class);
    assertThat(last.read(STAGING)).isSameAs(first);
  }
}
