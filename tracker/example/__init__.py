"""Example figures that come with tracker."""
