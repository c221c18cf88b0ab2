package ai.myrecruiter.picasso.cli.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.cli.Records;
import ai.myrecruiter.picasso.workflows.rollout.Rollout;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

final class OnChangeTest {
  @Test
  void handsARecordOnOnlyWhenItIsAnother() {
    var handed = new ArrayList<Rollout>();
    var onChange = new OnChange(handed::add);

    onChange.accept(Records.accepted());
    onChange.accept(Records.accepted());
    onChange.accept(Records.published());
    onChange.accept(Records.accepted());

    assertThat(handed).containsExactly(Records.accepted(), Records.published(), Records.accepted());
  }
}
