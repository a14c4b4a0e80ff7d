/**
 * The database that Purser brings along, and the migrations that shape any database it runs on.
 *
 * <dl>
 *   <dt>home
 *   <dd>the folder on this machine in which one running Purser keeps what must outlive it: its database and its secrets
 *   <dt>owner
 *   <dd>the role that owns the database and its schema and runs the migrations; nothing else signs in as it
 *   <dt>application role
 *   <dd>the role the portal works as: it owns nothing and has only the rights that the migrations grant it
 *   <dt>take over
 *   <dd>to go on with a server that a killed process left running, as if this process had started it
 * </dl>
 */
@org.jspecify.annotations.NullMarked
package dev.purser.db;
