"""Sites, a host and a browser for the tests in this folder."""

from tests.browser.served import browser, built, context, host, tab
from tests.site_fixtures import dressed_site, real_site

__all__ = ["browser", "built", "context", "dressed_site", "host", "real_site", "tab"]
