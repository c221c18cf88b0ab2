/**
 * Bedrock's Runtime on loopback: Converse and ConverseStream in the service's own encoding, with
 * scripted answers and faults.
 */
@NullMarked
package ai.myrecruiter.picasso.local.bedrock;

import org.jspecify.annotations.NullMarked;
