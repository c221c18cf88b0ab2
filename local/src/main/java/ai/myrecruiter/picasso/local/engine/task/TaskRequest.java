package ai.myrecruiter.picasso.local.engine.task;

import ai.myrecruiter.picasso.local.engine.asl.Resource;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * One attempt of a task.
 *
 * @param resource what is to be done
 * @param parameters with what input
 */
public record TaskRequest(Resource resource, JsonNode parameters) {}
