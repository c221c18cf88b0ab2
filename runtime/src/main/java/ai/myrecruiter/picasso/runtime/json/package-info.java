/** Reads JSON of strangers. */
@org.jspecify.annotations.NullMarked
package ai.myrecruiter.picasso.runtime.json;
