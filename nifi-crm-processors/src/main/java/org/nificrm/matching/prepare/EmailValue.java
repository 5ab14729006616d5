package org.nificrm.matching.prepare;

/**
 * An e-mail address in lower case.
 */
public final class EmailValue extends Value {
    private final Letters address;
    private final Letters local;
    private final boolean role;
    private final boolean free;

    EmailValue(final String address, final String local, final boolean role, final boolean free) {
        super(Hash.of(address));
        this.address = new Letters(address);
        this.local = new Letters(local);
        this.role = role;
        this.free = free;
    }

    public Letters address() {
        return address;
    }

    /** @return what stands before the at sign; the whole text if there is none */
    public Letters local() {
        return local;
    }

    /** @return whether the address is that of a function, such as info@, not of a person */
    public boolean isRole() {
        return role;
    }

    /** @return whether the domain is that of a mail provider and says nothing about the owner */
    public boolean isFree() {
        return free;
    }

    @Override
    public String toString() {
        return address.toString();
    }
}
