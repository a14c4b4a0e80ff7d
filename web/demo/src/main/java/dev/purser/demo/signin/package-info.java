/**
 * The place where the people of the demo sign in: an OpenID Connect provider that knows everybody by a click.
 *
 * <dl>
 *   <dt>portal
 *   <dd>the product, which sends people here and trusts what is signed here; the client, in the words of the standard
 *   <dt>person
 *   <dd>somebody one can be in the demo, with the roles that the portal is told
 *   <dt>session
 *   <dd>what one choice of a person began; it lasts through refreshed tokens and restarts until the person signs out
 *   <dt>grant
 *   <dd>what a choice allows the portal: to exchange one code, once and soon, for tokens
 * </dl>
 */
@org.jspecify.annotations.NullMarked
package dev.purser.demo.signin;
