package tuanju.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import tuanju.page.BaseAddress;

/** A request as if it had been made of the base address itself, by the client behind a proxy. */
class AddressedRequest extends HttpServletRequestWrapper {

    private final BaseAddress base;
    private final String client;

    AddressedRequest(HttpServletRequest request, BaseAddress base, String client) {
        super(request);
        this.base = base;
        this.client = client;
    }

    @Override
    public String getRemoteAddr() {
        return client;
    }

    @Override
    public String getRemoteHost() {
        return client;
    }

    @Override
    public String getScheme() {
        return base.uri().getScheme();
    }

    @Override
    public boolean isSecure() {
        return "https".equals(getScheme());
    }

    @Override
    public String getServerName() {
        return base.uri().getHost();
    }

    @Override
    public int getServerPort() {
        return base.port();
    }

    @Override
    public StringBuffer getRequestURL() {
        return new StringBuffer(base.of(getRequestURI()));
    }
}
