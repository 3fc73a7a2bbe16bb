"""Model to pages: which pages a site has, and what stands on them."""
