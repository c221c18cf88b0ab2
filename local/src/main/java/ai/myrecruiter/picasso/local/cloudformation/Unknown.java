package ai.myrecruiter.picasso.local.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.POJONode;

/** A value that is known only when its resource exists. */
final class Unknown {
  /** Stands for such a value while planning. */
  static final JsonNode VALUE = new POJONode("known after creation");

  private Unknown() {}

  static boolean is(JsonNode value) {
    return value.isPojo();
  }
}
