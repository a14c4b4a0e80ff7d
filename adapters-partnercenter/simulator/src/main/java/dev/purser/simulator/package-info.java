/**
 * A stateful Partner Center that answers over real HTTP on this machine alone, written from the public description of
 * the API and sharing no class with any client of it. The control addresses are described in the module's README.
 *
 * <dl>
 *   <dt>World</dt>
 *   <dd>the simulated customers, made from a seed, and the budget each of them has now
 *   <dt>Applied</dt>
 *   <dd>a change of a budget that took effect, whatever the caller was told about it
 *   <dt>Memory</dt>
 *   <dd>the file in which budgets and relationships outlive the simulator that they were changed in
 *   <dt>Exchange</dt>
 *   <dd>one request that arrived and how it ended: answered, broken off, or still under way
 *   <dt>Fault</dt>
 *   <dd>a way in which an exchange goes wrong on purpose; also, on the wire, Microsoft's word for an error body
 *   <dt>Rule</dt>
 *   <dd>says which requests meet a fault: by route, customer, turn, number of times and chance
 *   <dt>Course</dt>
 *   <dd>what a fault, or several together, make of an exchange, aspect by aspect
 *   <dt>Behaviour</dt>
 *   <dd>what the service does where its documents are silent; the switches change it while the simulator runs
 *   <dt>Route</dt>
 *   <dd>one operation of the API, such as reading a budget
 *   <dt>Caller</dt>
 *   <dd>what a token stands for: an application alone, or an application and a signed-in person
 *   <dt>Outside</dt>
 *   <dd>a change made without the API, as somebody would in Microsoft's own portal
 *   <dt>Reply</dt>
 *   <dd>status, headers and body that an exchange would be answered with if nothing went wrong
 * </dl>
 */
@org.jspecify.annotations.NullMarked
package dev.purser.simulator;
