package ai.myrecruiter.picasso.local.cloudformation;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * A type without effect on the stage. Its resources still have names and ARNs, because others refer
 * to them.
 *
 * @param reason why nothing is missed
 * @param nameProperty the property that gives the physical name
 * @param arn the attribute {@code Arn} by account and name, empty when the type has none
 */
public record InertType(
    String name,
    String reason,
    String nameProperty,
    Optional<BiFunction<Account, String, String>> arn)
    implements ResourceType {
  @Override
  public Set<String> attributes() {
    return arn.isPresent() ? Set.of("Arn") : Set.of();
  }

  @Override
  public Created create(ResourceRequest request) {
    var physicalId = request.name(nameProperty);
    return new Created(
        physicalId,
        arn.map(form -> Map.of("Arn", form.apply(request.account(), physicalId))).orElse(Map.of()));
  }

  @Override
  public Created update(ResourceRequest request, Created existing) {
    return existing;
  }

  @Override
  public void delete(ResourceRequest request, Created existing) {
    // There is nothing that has an effect.
  }
}
