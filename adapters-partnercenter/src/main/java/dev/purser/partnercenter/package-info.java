/**
 * Microsoft's Partner Center over its REST API: the few calls that budgets need, each with an outcome that says how much is
 * known. What stands on the wire comes from Microsoft's REST reference for Partner Center ("Azure spending", "Customers",
 * "Auditing", "Authentication", "Headers"); {@code docs/partner-center.md} has the source of each defence.
 *
 * <dl>
 *   <dt>Account<dd>one connection to Partner Center: a partner tenant in a cloud, with credentials.
 *   <dt>Credential<dd>as whom an account calls: the application alone, or the application and a user.
 *   <dt>Call<dd>one HTTP request and what became of it. It is made once and never follows a redirect.
 *   <dt>Question<dd>what changes nothing at Microsoft, so that it may take more than one call. A budget is no question.
 *   <dt>Departure<dd>the moment between the connection being open and the first byte; before it nothing was sent.
 *   <dt>Fault<dd>Microsoft's words for a refusal, in whichever shape they come.
 *   <dt>Continuation<dd>where a page of a list ended: a link and a token.
 * </dl>
 */
@NullMarked
package dev.purser.partnercenter;

import org.jspecify.annotations.NullMarked;
