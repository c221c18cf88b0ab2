/** Deploys the product's stacks to an account: proved, reviewed, agreed to, executed, recorded. */
@NullMarked
package ai.myrecruiter.picasso.cli.deploy;

import org.jspecify.annotations.NullMarked;
