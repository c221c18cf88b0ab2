package ai.myrecruiter.picasso.local.engine.run;

import ai.myrecruiter.picasso.local.engine.task.TaskConnector;
import ai.myrecruiter.picasso.local.engine.task.TaskTokens;
import ai.myrecruiter.picasso.local.loop.EventLoop;

/**
 * What all executions share.
 *
 * @param loop the one thread
 * @param connector does the work of tasks
 * @param tokens of tasks that wait
 * @param region as the history shows it
 */
public record Services(EventLoop loop, TaskConnector connector, TaskTokens tokens, String region) {}
