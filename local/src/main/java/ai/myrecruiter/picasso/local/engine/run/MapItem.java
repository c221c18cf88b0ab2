package ai.myrecruiter.picasso.local.engine.run;

import ai.myrecruiter.picasso.local.engine.data.Json;
import com.fasterxml.jackson.databind.JsonNode;

/** The item of an iteration, as the context object shows it. */
record MapItem(int index, JsonNode value) {
  JsonNode json() {
    var item = Json.object().put("Index", index);
    item.set("Value", value);
    return Json.object().set("Item", item);
  }
}
