/**
 * Runs a function once on itself, before a snapshot is taken or an AOT cache is written: on
 * loopback, with answers, keys and a tenant made up for it, so that nothing of an account is
 * touched.
 */
@NullMarked
package ai.myrecruiter.picasso.runtime.priming;

import org.jspecify.annotations.NullMarked;
