/** The task that shuts streaming, on the stage's Lambda. */
package ai.myrecruiter.picasso.local.containment;
