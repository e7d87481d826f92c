"""The wheel carries a fully static program: it is tied to the processor, and to no Python and no C library."""

import platform

from setuptools import setup
from setuptools.dist import Distribution

try:
    from setuptools.command.bdist_wheel import bdist_wheel
except ImportError:
    from wheel.bdist_wheel import bdist_wheel


class StaticProgramWheel(bdist_wheel):
    def get_tag(self):
        machine = platform.machine()
        return "py3", "none", f"manylinux2014_{machine}.musllinux_1_1_{machine}"


class DistributionWithProgram(Distribution):
    def has_ext_modules(self):
        return True


setup(cmdclass={"bdist_wheel": StaticProgramWheel}, distclass=DistributionWithProgram)
