package ai.myrecruiter.picasso.local.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** What the names in a template stand for: while planning, and while resources are made. */
interface Names {
  /** The value of {@code Ref}, empty when nothing has the name. */
  Optional<JsonNode> ref(String name);

  /** The value of {@code Fn::GetAtt}, empty when there is no such resource or attribute. */
  Optional<JsonNode> attribute(String logicalId, String attribute);

  /** The value of {@code Fn::ImportValue}, empty when no earlier stack exports it. */
  Optional<JsonNode> exported(String name);
}
