package ai.myrecruiter.picasso.local.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ResourceOrderTest {
  private final Findings findings = new Findings();

  @Test
  void followsTheTemplateWhenNothingElseDecides() {
    var resources = List.of(resource("C"), resource("A"), resource("B"));
    assertThat(ids(ResourceOrder.of(resources, findings))).containsExactly("C", "A", "B");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void putsEveryResourceAfterWhatItNeeds(int seed) {
    var resources = graph(new Random(seed), 40);
    var order = ids(ResourceOrder.of(resources, findings));
    findings.refuse();
    assertThat(order).hasSize(40).doesNotHaveDuplicates();
    for (var resource : resources) {
      for (var needed : resource.after()) {
        assertThat(order.indexOf(needed))
            .as("seed %d: %s before %s", seed, needed, resource.logicalId())
            .isLessThan(order.indexOf(resource.logicalId()));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void findsACircleHoweverItIsReached(int seed) {
    var resources = new ArrayList<>(graph(new Random(seed), 20));
    resources.add(resource("X", "Y"));
    resources.add(resource("Y", "Z", "R3"));
    resources.add(resource("Z", "X"));
    Collections.shuffle(resources, new Random(seed));
    ResourceOrder.of(resources, findings);
    assertThatThrownBy(findings::refuse)
        .hasMessageMatching("(?s).* = (X -> Y -> Z -> X|Y -> Z -> X -> Y|Z -> X -> Y -> Z): .*");
  }

  /** Resources that need only some with a lower number, in a random order. */
  private static List<PlannedResource> graph(Random random, int size) {
    var resources = new ArrayList<PlannedResource>();
    for (int i = 0; i < size; i++) {
      var needed = new TreeSet<String>();
      for (int edge = 0; i > 0 && edge < random.nextInt(4); edge++) {
        needed.add("R" + random.nextInt(i));
      }
      resources.add(resource("R" + i, needed.toArray(String[]::new)));
    }
    Collections.shuffle(resources, random);
    return resources;
  }

  private static PlannedResource resource(String id, String... after) {
    var type = new InertType("Test::Inert", "for tests", "Name", Optional.empty());
    return new PlannedResource(id, type, Json.of("{}"), "s." + id, Set.of(after));
  }

  private static List<String> ids(List<PlannedResource> resources) {
    return resources.stream().map(PlannedResource::logicalId).toList();
  }
}
